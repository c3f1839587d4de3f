// What the issuer is told (environment) and what it keeps (data directory).
// A wrong setting stops it at once, with one line that says what is allowed.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export class WrongSetting extends Error {}

function demand(condition, sentence) {
  if (!condition) throw new WrongSetting(sentence);
}

function wholeNumber(name, fallback, least, most) {
  const value = Number(process.env[name] ?? fallback);
  demand(
    Number.isInteger(value) && value >= least && value <= most,
    `${name} must be a whole number from ${least} to ${most}`,
  );
  return value;
}

export function settings() {
  const portal = process.env.ISSUER_PORTAL_URL ?? 'http://localhost:8000';
  demand(URL.parse(portal)?.origin === portal, 'ISSUER_PORTAL_URL must be an origin, as http://localhost:8000');
  const audience = process.env.ISSUER_AUDIENCE ?? 'urn:congtam:api';
  demand(URL.canParse(audience) && !audience.includes('#'), 'ISSUER_AUDIENCE must be an absolute URI');
  demand(process.env.ISSUER_DATA, 'ISSUER_DATA must name the directory for keys and secrets');
  demand(process.env.ISSUER_ACCOUNTS, 'ISSUER_ACCOUNTS must name the JSON file of accounts');
  const port = wholeNumber('ISSUER_PORT', 8001, 1, 65535);
  return {
    port,
    issuer: `http://127.0.0.1:${port}`,
    portal,
    audience,
    demo: process.env.DEMO === '1',
    password: process.env.ISSUER_PASSWORD ?? 'congtam',
    accessTokenTTL: wholeNumber('ISSUER_ACCESS_TOKEN_SECONDS', 600, 1, 86_400),
    accounts: accounts(process.env.ISSUER_ACCOUNTS),
    kept: kept(process.env.ISSUER_DATA),
  };
}

// {"login name": {"sub": "…", "name": "Nguyễn Văn A", "personal_number": "001…"}}, the number optional.
function accounts(file) {
  const found = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8'))));
  demand(found.size > 0, 'ISSUER_ACCOUNTS must hold at least one account');
  const subjects = new Set();
  for (const [login, account] of found) {
    demand(
      typeof account?.sub === 'string' && account.sub && typeof account.name === 'string',
      `account ${login} in ISSUER_ACCOUNTS must have a sub and a name`,
    );
    demand(!subjects.has(account.sub), `account ${login} in ISSUER_ACCOUNTS repeats another's sub`);
    subjects.add(account.sub);
  }
  return found;
}

// Made at the first start, kept for good: tokens stay valid over a restart.
function kept(directory) {
  const file = path.join(directory, 'issuer.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const secret = () => randomBytes(32).toString('base64url');
  const fresh = {
    jwks: {
      keys: [
        signingKey('rsa', { modulusLength: 2048 }, 'RS256'),
        signingKey('ec', { namedCurve: 'P-256' }, 'ES256'),
      ],
    },
    cookie_keys: [secret()],
    portal_secret: secret(),
    command_line_secret: secret(),
  };
  // Written beside and renamed: a start that was cut short leaves no half file behind.
  writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return fresh;
}

function signingKey(type, options, alg) {
  const { privateKey } = generateKeyPairSync(type, options);
  const kid = `${alg.toLowerCase()}-${randomBytes(6).toString('hex')}`;
  return { ...privateKey.export({ format: 'jwk' }), alg, use: 'sig', kid };
}
