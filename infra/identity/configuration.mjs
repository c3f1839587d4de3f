// The provider's configuration: two clients, one resource (the API), accounts from a file.

import { errorPage, signOutPage, signedOutPage } from './pages.mjs';

export const PORTAL = 'congtam-portal';
export const COMMAND_LINE = 'congtam-cli';
export const ACCOUNT_GRANT = 'urn:congtam:grant:demo-account';
export const ALGORITHMS = ['RS256', 'ES256'];

const IDENTITY_SCOPES = 'openid profile';
const API_SCOPES = 'api person congtam.party';

export function resourceServer({ audience, accessTokenTTL }, alg = 'RS256', seconds = accessTokenTTL) {
  return {
    scope: API_SCOPES,
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: seconds,
    jwt: { sign: { alg } },
  };
}

export function configuration(set) {
  return {
    clients: clients(set),
    jwks: set.kept.jwks,
    cookies: { keys: set.kept.cookie_keys },
    scopes: ['openid', 'profile'],
    // The last two as the national sign-in names them: with openid alone.
    claims: { openid: ['sub', 'HoVaTen', 'SoDinhDanh'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => findAccount(set.accounts, sub),
    loadExistingGrant: (ctx) => grantWithoutAsking(ctx, set.audience),
    extraTokenClaims: (_ctx, token) => personClaims(set.accounts, token),
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // Every use spends the old one; a second use of a spent token ends the whole sign-in.
    rotateRefreshToken: true,
    ttl: {
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? set.accessTokenTTL,
      IdToken: 86_400,
      Grant: 86_400,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
    features: features(set),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    renderError: (ctx, fault) => {
      ctx.type = 'html';
      ctx.body = errorPage(fault);
    },
    // The library refuses to call loopback addresses; here the portal lives on one.
    fetch: (url, { dispatcher: _dispatcher, ...options }) => globalThis.fetch(url, options),
  };
}

function clients({ portal, demo, kept }) {
  const browser = {
    client_id: PORTAL,
    client_secret: kept.portal_secret,
    grant_types: ['authorization_code', 'refresh_token'],
    // The portals' own entrance, and the Party's.
    redirect_uris: [`${portal}/auth/callback`, `${portal}/party/auth/callback`],
    post_logout_redirect_uris: [`${portal}/`],
    backchannel_logout_uri: `${portal}/auth/backchannel-logout`,
    backchannel_logout_session_required: true,
  };
  const commandLine = {
    client_id: COMMAND_LINE,
    client_secret: kept.command_line_secret,
    grant_types: [ACCOUNT_GRANT],
    redirect_uris: [],
    response_types: [],
  };
  return demo ? [browser, commandLine] : [browser];
}

function features(set) {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    backchannelLogout: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = signOutPage(form, Boolean(ctx.oidc.entities.IdTokenHint));
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = signedOutPage();
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => set.audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceServer(set),
    },
  };
}

function findAccount(accounts, sub) {
  for (const [login, account] of accounts) {
    if (account.sub === sub) return { accountId: sub, claims: () => claims(login, account) };
  }
  return undefined;
}

function claims(login, { sub, name, personal_number: number }) {
  return { sub, name, preferred_username: login, HoVaTen: name, SoDinhDanh: number };
}

function personClaims(accounts, token) {
  if (!token.scopes.has('person')) return undefined;
  const account = findAccount(accounts, token.accountId);
  return account && { SoDinhDanh: account.claims().SoDinhDanh };
}

// Both clients belong to the same house as the issuer: nobody is asked for consent.
async function grantWithoutAsking(ctx, audience) {
  const { client, session, provider } = ctx.oidc;
  const known = session.grantIdFor(client.clientId);
  const existing = known && (await provider.Grant.find(known));
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(IDENTITY_SCOPES);
  grant.addResourceScope(audience, API_SCOPES);
  await grant.save();
  return grant;
}
