import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeBoolean, takeCount, takeText } from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import { type FaultList, faultKinds } from './faults';
import { isRecord } from './fields';
import { oauthOperations } from './oauth-operations';
import { operations } from './operations';
import type { World } from './world';

const fields = ['operation', 'count', 'kind', 'status', 'body', 'headers', 'delayMs', 'applyEffect'];

export function orderFault({ location, body }: ControlCall): ControlAnswer {
  return addFault(location.faults, body, operations);
}

/** For the calls that belong to no location: OAuth. */
export function orderAgencyFault({ agency }: World, body: Record<string, unknown>): ControlAnswer {
  return addFault(agency.faults, body, oauthOperations);
}

function addFault(
  faults: FaultList,
  body: Record<string, unknown>,
  known: readonly { operationId: string }[],
): ControlAnswer {
  refuseUnknownFields(body, fields);
  const operation = takeText(body, 'operation') ?? '*';
  if (operation !== '*' && !known.some(({ operationId }) => operationId === operation)) {
    throw new ControlRefusal(400, `operation ${operation} is unknown`);
  }
  const wanted = takeText(body, 'kind');
  const kind = faultKinds.find((name) => name === wanted);
  if (kind === undefined) throw new ControlRefusal(400, `kind must be one of: ${faultKinds.join(', ')}`);
  const count = takeCount(body, 'count') ?? 1;
  if (count < 1) throw new ControlRefusal(400, 'count must be 1 or more');
  const fault = {
    operation,
    kind,
    status: readStatus(body),
    body: body.body,
    headers: readHeaders(body.headers),
    delayMs: takeCount(body, 'delayMs') ?? 0,
    applyEffect: takeBoolean(body, 'applyEffect') ?? false,
  };
  faults.add(fault, count);
  return { status: 201, body: { ...fault, count } };
}

function readStatus(body: Record<string, unknown>): number {
  const status = takeCount(body, 'status') ?? 500;
  if (status < 200 || status > 599) throw new ControlRefusal(400, 'status must be between 200 and 599');
  return status;
}

function readHeaders(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new ControlRefusal(400, 'headers must be an object of strings');
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string') throw new ControlRefusal(400, `headers.${name} must be a string`);
    headers[name.toLowerCase()] = text;
  }
  return headers;
}
