import 'server-only';
import { z } from 'zod';
import type { GhlClient } from './client';
import { type DndChannel, dndChannels } from './contact-wire';
import { changingContact } from './contacts';
import { GhlOptedOutError, GhlShapeError } from './errors';
import { callInfo } from './operations';
import { isRecord, unwrapped, wireFlag, wireId, wireText } from './wire';

type Setting = { status: 'active' | 'inactive' | 'permanent'; message?: string; code?: string };

const contactSchema = z.object({ id: wireId, dnd: wireFlag, dndSettings: z.unknown().optional() });

/**
 * Blocks or allows channels of a contact. GHL replaces all settings at once, so those of the other channels are read
 * afresh and sent along (CONTRACT 4). Throws a `GhlOptedOutError`, and changes nothing, for a channel that the contact
 * blocked for good.
 */
export async function setBlockedChannels(
  ghl: GhlClient,
  contactId: string,
  changes: Partial<Record<DndChannel, boolean>>,
): Promise<void> {
  const operation = 'update-contact';
  const settings = await currentSettings(ghl, contactId);
  for (const channel of dndChannels) {
    const isBlocked = changes[channel];
    if (isBlocked === undefined) continue;
    if (settings.get(channel)?.status === 'permanent')
      throw new GhlOptedOutError(callInfo(operation), channel);
    settings.set(channel, { status: isBlocked ? 'active' : 'inactive' });
  }
  const body = {
    // By itself it blocks every channel, so it must not stay when one of them is allowed.
    dnd: documentedChannels.every((channel) => (settings.get(channel)?.status ?? 'inactive') !== 'inactive'),
    dndSettings: Object.fromEntries(settings),
  };
  await changingContact(ghl, contactId, () =>
    ghl.call(operation, { params: { contactId }, body, schema: z.unknown() }),
  );
}

/** RCS is in no document, so a contact that has no word about it is not given one. */
const documentedChannels = dndChannels.filter((channel) => channel !== 'RCS');

/** Not a shared read: what is sent back whole must be what GHL has now. */
async function currentSettings(ghl: GhlClient, contactId: string): Promise<Map<string, Setting>> {
  const operation = 'get-contact';
  const answer = await ghl.call(operation, { params: { contactId }, schema: z.unknown() });
  const { data } = contactSchema.safeParse(unwrapped(answer, 'contact'));
  if (data?.id !== contactId) throw new GhlShapeError(callInfo(operation), { field: 'contact' });
  const named = Object.entries(isRecord(data.dndSettings) ? data.dndSettings : {}).flatMap(
    ([channel, value]): [string, Setting][] => {
      const setting = readSetting(value);
      return setting ? [[channel, setting]] : [];
    },
  );
  if (named.length > 0 || !data.dnd) return new Map(named);
  return new Map(documentedChannels.map((channel) => [channel, { status: 'active' }]));
}

function readSetting(value: unknown): Setting | null {
  if (!isRecord(value)) return null;
  const status = wireText.parse(value.status)?.toLowerCase();
  if (status !== 'active' && status !== 'inactive' && status !== 'permanent') return null;
  const message = wireText.parse(value.message);
  const code = wireText.parse(value.code);
  return { status, ...(message ? { message } : {}), ...(code ? { code } : {}) };
}
