import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeCount, takeText } from './control-body';
import type { ControlAnswer } from './control-location';
import { isRecord } from './fields';
import { type WebhookFault, webhookFaultKinds } from './webhook-faults';
import type { WebhookSender } from './webhook-sender';
import type { World } from './world';

type Body = Record<string, unknown>;

/** With a locationId these speak of one location, without of the whole sandbox. */

export function showWebhooks({ webhooks }: World, locationId?: string): ControlAnswer {
  const deliveries = webhooks.log
    .all()
    .filter((entry) => locationId === undefined || entry.locationId === locationId);
  return {
    status: 200,
    body: {
      url: webhooks.urlFor(locationId) ?? null,
      pending: webhooks.pendingCount(locationId),
      deliveries,
    },
  };
}

export function setWebhooks({ webhooks }: World, body: Body, locationId?: string): ControlAnswer {
  refuseUnknownFields(body, locationId === undefined ? ['url', 'retryBaseMs'] : ['url']);
  if (locationId === undefined) {
    if (body.url !== undefined) webhooks.url = readUrl(body) ?? undefined;
    webhooks.retryBaseMs = takeCount(body, 'retryBaseMs') ?? webhooks.retryBaseMs;
  } else {
    if (body.url === undefined) throw new ControlRefusal(400, 'url is missing');
    webhooks.setLocationUrl(locationId, readUrl(body));
  }
  return {
    status: 200,
    body: { url: webhooks.urlFor(locationId) ?? null, retryBaseMs: webhooks.retryBaseMs },
  };
}

/** Forgets what waits and what is logged; a location gets the common address again. */
export function clearWebhooks({ webhooks }: World, locationId?: string): ControlAnswer {
  webhooks.forget(locationId);
  if (locationId !== undefined) webhooks.setLocationUrl(locationId, undefined);
  return { status: 200, body: { success: true } };
}

export function orderWebhookFault({ webhooks }: World, body: Body, locationId?: string): ControlAnswer {
  refuseUnknownFields(body, ['kind', 'event', 'count', 'delayMs']);
  const wanted = takeText(body, 'kind');
  const kind = webhookFaultKinds.find((name) => name === wanted);
  if (kind === undefined) {
    throw new ControlRefusal(400, `kind must be one of: ${webhookFaultKinds.join(', ')}`);
  }
  const count = takeCount(body, 'count') ?? (kind === 'reorder' ? 2 : 1);
  if (count < 1) throw new ControlRefusal(400, 'count must be 1 or more');
  const delayMs = takeCount(body, 'delayMs') ?? 0;
  const fault: WebhookFault = { kind, event: takeText(body, 'event') ?? '*', locationId, delayMs };
  webhooks.orderFault(fault, count);
  return { status: 201, body: { ...fault, count } };
}

export function clearWebhookFaults({ webhooks }: World, locationId?: string): ControlAnswer {
  webhooks.clearFaults(locationId);
  return { status: 200, body: { success: true } };
}

/** Posts the same event once more, as the dashboard's manual resend does (CONTRACT 3.1). */
export function resendWebhook({ webhooks }: World, body: Body): ControlAnswer {
  refuseUnknownFields(body, ['webhookId']);
  const webhookId = takeText(body, 'webhookId') ?? '';
  if (!webhooks.resend(webhookId)) throw new ControlRefusal(404, `Unknown webhookId: ${webhookId}`);
  return { status: 200, body: { success: true } };
}

/** Posts any event of a location, signed: for types that nothing here causes, and for ones that do not exist. */
export function postEvent({ webhooks }: World, body: Body, locationId: string): ControlAnswer {
  refuseUnknownFields(body, ['type', 'fields']);
  const type = takeText(body, 'type');
  if (!type) throw new ControlRefusal(400, 'type is missing');
  const fields = body.fields ?? {};
  if (!isRecord(fields)) throw new ControlRefusal(400, 'fields must be an object');
  requireAddress(webhooks, locationId);
  webhooks.send({ locationId, ...fields, type }, locationId);
  return { status: 201, body: { success: true } };
}

function requireAddress(webhooks: WebhookSender, locationId: string): void {
  if (webhooks.urlFor(locationId) === undefined) {
    throw new ControlRefusal(400, 'There is no address to post to: set one with POST webhooks');
  }
}

function readUrl(body: Body): string | null {
  if (body.url === null) return null;
  const url = takeText(body, 'url') ?? '';
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new ControlRefusal(400, 'url must be an http or https address, or null');
  }
  return url;
}
