// An OpenID provider for the demo and the tests, on the loopback address only. See README.md.

import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer } from 'node:http';

import { Provider, errors } from 'oidc-provider';

import { ACCOUNT_GRANT, ALGORITHMS, configuration, resourceServer } from './configuration.mjs';
import { signInPage } from './pages.mjs';
import { WrongSetting, settings } from './settings.mjs';

const LARGEST_FORM = 4096;

// A real access token, signed here, for one account of the demo: what a script needs instead of a browser.
function registerAccountGrant(provider, set) {
  const parameters = ['account', 'alg', 'lifetime', 'resource', 'scope'];
  async function handler(ctx) {
    const { account: login, alg = 'RS256', lifetime, resource = set.audience, scope = 'api' } = ctx.oidc.params;
    const account = set.accounts.get(login);
    if (!account) throw new errors.InvalidGrant('no such account');
    if (resource !== set.audience) throw new errors.InvalidTarget();
    if (!ALGORITHMS.includes(alg)) throw new errors.InvalidRequest('alg must be RS256 or ES256');
    const seconds = Number(lifetime ?? set.accessTokenTTL);
    if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400)) {
      throw new errors.InvalidRequest('lifetime must be 1 to 86400 seconds');
    }
    const info = resourceServer(set, alg, seconds);
    const asked = scope.split(' ').filter((word) => info.scope.split(' ').includes(word));
    const token = new provider.AccessToken({
      accountId: account.sub,
      client: ctx.oidc.client,
      gty: ACCOUNT_GRANT,
      resourceServer: new provider.ResourceServer(resource, info),
      scope: asked.join(' '),
    });
    ctx.oidc.entity('AccessToken', token);
    ctx.body = {
      access_token: await token.save(),
      expires_in: token.expiration,
      scope: token.scope,
      token_type: token.tokenType,
    };
  }
  provider.registerGrantType(ACCOUNT_GRANT, handler, parameters);
}

async function form(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_FORM) throw new errors.InvalidRequest('the form is too large');
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

function same(given, expected) {
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function show(response, status, html) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  response.end(html);
}

async function signIn(provider, set, request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  const action = `/interaction/${uid}`;
  if (request.method !== 'POST') {
    show(response, 200, signInPage(action, set.accounts));
    return;
  }
  const given = await form(request);
  const login = given.get('login') ?? '';
  const account = set.accounts.get(login);
  if (!account || !same(given.get('password') ?? '', set.password)) {
    show(response, 401, signInPage(action, set.accounts, { login, wrong: 'Tài khoản hoặc mật khẩu không đúng.' }));
    return;
  }
  await provider.interactionFinished(request, response, { login: { accountId: account.sub } }, {
    mergeWithLastSubmission: false,
  });
}

function serve(set) {
  const provider = new Provider(set.issuer, configuration(set));
  if (set.demo) registerAccountGrant(provider, set);
  for (const event of ['server_error', 'backchannel.error']) {
    provider.on(event, (_ctx, fault) => console.error(`${event}: ${fault.message}`));
  }
  const answer = provider.callback();
  return createServer((request, response) => {
    if (!request.url.startsWith('/interaction/')) {
      answer(request, response);
      return;
    }
    signIn(provider, set, request, response).catch((fault) => {
      const status = fault.statusCode ?? 500;
      show(response, status, 'Lượt đăng nhập này không còn hiệu lực. Hãy quay lại ứng dụng và đăng nhập lại.');
    });
  });
}

function stopOn(signal, server) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

try {
  const set = settings();
  const server = serve(set);
  stopOn('SIGTERM', server);
  stopOn('SIGINT', server);
  server.once('error', (fault) => {
    console.error(fault.message);
    process.exit(1);
  });
  server.listen(set.port, '127.0.0.1', () => console.log(`ready ${set.issuer}`));
} catch (fault) {
  if (!(fault instanceof WrongSetting)) throw fault;
  console.error(fault.message);
  process.exit(2);
}
