import 'server-only';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { GhlHttpError, GhlShapeError } from './errors';
import { callInfo, type OperationName } from './operations';
import { isRecord, wireFlag, wireId, wireObject, wireText, wireTexts } from './wire';

// What changes about once a week and is asked for by every composer and contact panel. A row without an id (a number:
// without a number) is left out of its list: nothing could be done with it.

const keptMs = 60_000;

const tagSchema = z.object({ id: wireId, name: wireText });
export type Tag = { id: string; name: string };

/** The tags that the location knows, by name. */
export async function listTags(ghl: GhlClient, options: ReadOptions = {}): Promise<Tag[]> {
  const rows = await listOf(ghl, 'get-location-tags', 'tags', options);
  return rows
    .flatMap((row) => {
      const { data } = tagSchema.safeParse(row);
      return data?.id && data.name ? [{ id: data.id, name: data.name }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

const customFieldSchema = z.object({
  id: wireId,
  name: wireText,
  fieldKey: wireText,
  dataType: wireText,
  picklistOptions: wireTexts,
});
export type CustomField = {
  id: string;
  name: string;
  /** As merge tags write it, e.g. `contact.pincode`. */
  key: string | null;
  /** GHL's word, e.g. `TEXT`: an open set. */
  type: string | null;
  options: string[];
};

export async function listCustomFields(ghl: GhlClient, options: ReadOptions = {}): Promise<CustomField[]> {
  const rows = await listOf(ghl, 'get-custom-fields', 'customFields', options);
  return rows.flatMap((row) => {
    const { data } = customFieldSchema.safeParse(row);
    if (!data?.id) return [];
    const { id, name, fieldKey, dataType, picklistOptions } = data;
    return [{ id, name: name ?? id, key: fieldKey, type: dataType, options: picklistOptions }];
  });
}

const customValueSchema = z.object({ id: wireId, name: wireText, fieldKey: wireText, value: wireText });
export type CustomValue = { id: string; name: string; key: string | null; value: string };

export async function listCustomValues(ghl: GhlClient, options: ReadOptions = {}): Promise<CustomValue[]> {
  const rows = await listOf(ghl, 'get-custom-values', 'customValues', options);
  return rows.flatMap((row) => {
    const { data } = customValueSchema.safeParse(row);
    if (!data?.id) return [];
    const { id, name, fieldKey, value } = data;
    return [{ id, name: name ?? id, key: fieldKey, value: value ?? '' }];
  });
}

const phoneNumberSchema = z.object({
  phoneNumber: wireText,
  friendlyName: wireText,
  isDefaultNumber: wireFlag,
  capabilities: wireObject(z.object({ sms: wireFlag, mms: wireFlag, voice: wireFlag })),
});
export type PhoneNumber = {
  number: string;
  name: string | null;
  isDefault: boolean;
  canSms: boolean;
  canCall: boolean;
};

/**
 * The numbers that the location sends and calls from. Empty where the token may not read them: some hold that only an
 * agency's may (CONTRACT 4), and nobody is to be bothered with that.
 */
export async function listPhoneNumbers(ghl: GhlClient, options: ReadOptions = {}): Promise<PhoneNumber[]> {
  const rows = await listOf(ghl, 'active-numbers', 'numbers', options).catch((error: unknown) => {
    if (isNotForUs(error)) return [];
    throw error;
  });
  return rows.flatMap((row) => {
    const { data } = phoneNumberSchema.safeParse(row);
    if (!data?.phoneNumber) return [];
    return [
      {
        number: data.phoneNumber,
        name: data.friendlyName,
        isDefault: data.isDefaultNumber,
        canSms: data.capabilities?.sms ?? false,
        canCall: data.capabilities?.voice ?? false,
      },
    ];
  });
}

/** Those that a text message can be sent from, as the composer shows them. */
export async function textNumbers(
  ghl: GhlClient,
  options: ReadOptions = {},
): Promise<Pick<PhoneNumber, 'number' | 'name' | 'isDefault'>[]> {
  const numbers = await listPhoneNumbers(ghl, options);
  return numbers
    .filter(({ canSms }) => canSms)
    .map(({ number, name, isDefault }) => ({ number, name, isDefault }));
}

/** The rows of a list of this location, unread. */
function listOf(
  ghl: GhlClient,
  operation: OperationName,
  key: string,
  options: ReadOptions,
): Promise<unknown[]> {
  return ghl.reads.read(
    `list:${key}`,
    keptMs,
    async (shared) => {
      const params = { locationId: ghl.locationId };
      const answer = await ghl.call(operation, { params, schema: z.unknown(), ...shared });
      const list = isRecord(answer) ? answer[key] : answer;
      if (!Array.isArray(list)) throw new GhlShapeError(callInfo(operation), { field: key });
      return list;
    },
    options,
  );
}

function isNotForUs(error: unknown): boolean {
  if (!(error instanceof GhlHttpError)) return false;
  return error.status === 403 || error.status === 404 || (error.status === 401 && error.kind !== 'token');
}
