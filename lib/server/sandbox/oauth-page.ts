import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { consent } from './oauth-install';
import type { World } from './world';

const paths = new Set(['/oauth/chooselocation', '/v2/oauth/chooselocation']);
const agencyChoice = 'agency';

export function isOauthPage(path: string): boolean {
  return paths.has(path);
}

/**
 * The page on which a person chooses where the app is installed, as plain links. A choice leads back to redirect_uri with
 * `code` and `state` (CONTRACT 2.1: whether GHL gives `state` back is not documented; here it does).
 */
export function handleOauthPage(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  const shown = answerPage(world, url);
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  if (shown instanceof URL) {
    response.writeHead(302, { ...headers, location: shown.href });
    response.end();
    return;
  }
  response.writeHead(shown.status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!DOCTYPE html>
<html lang="en"><head><title>Install the app</title><meta charset="UTF-8"></head><body><main>${shown.html}</main></body></html>
`);
}

/** An address to go to, or a page. */
function answerPage(world: World, url: URL): URL | { status: number; html: string } {
  const { searchParams: query } = url;
  const target = redirectTarget(query.get('redirect_uri'));
  if (query.get('response_type') !== 'code') return problem('response_type must be code');
  if (query.get('client_id') !== world.clientId) return problem('client_id is unknown');
  if (target === undefined) return problem('redirect_uri must be an http or https address');
  const choice = query.get('choice');
  if (choice === null) return { status: 200, html: choiceHtml(world, url) };
  const locationId = choice === agencyChoice ? null : choice;
  if (locationId !== null && !world.location(locationId)) return problem('This location does not exist');

  const scopes = query.get('scope')?.split(/\s+/).filter(Boolean);
  target.searchParams.set('code', consent(world, { locationId, scopes }));
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return target;
}

function choiceHtml(world: World, url: URL): string {
  const link = (choice: string, text: string): string => {
    const query = new URLSearchParams(url.searchParams);
    query.set('choice', choice);
    return `<li><a href="${escapeHtml(`${url.pathname}?${query}`)}">${escapeHtml(text)}</a></li>`;
  };
  const links = world.locations().map((location) => link(location.id, location.profile.name));
  const scope = escapeHtml(url.searchParams.get('scope') ?? 'everything');
  return `<h1>Choose a location</h1><p>The app asks for: ${scope}</p>
<ul>${links.join('')}${link(agencyChoice, 'The whole agency')}</ul>`;
}

function problem(text: string): { status: number; html: string } {
  return { status: 400, html: `<h1>This app cannot be installed</h1><p>${escapeHtml(text)}</p>` };
}

function redirectTarget(text: string | null): URL | undefined {
  if (text === null || !URL.canParse(text)) return undefined;
  const target = new URL(text);
  return target.protocol === 'http:' || target.protocol === 'https:' ? target : undefined;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
