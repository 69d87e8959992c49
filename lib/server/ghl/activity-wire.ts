import 'server-only';
import { z } from 'zod';
import type { Message } from '@/lib/shared/contract/message';
import { wireObject, wireText, wireTime } from './wire';

/** Of `activity.data` only `appointmentTitle` and `timestamp` were recorded (CONTRACT 1.4); the other names are guesses. */
const dataSchema = z.object({
  appointmentTitle: wireText,
  title: wireText,
  name: wireText,
  startTime: wireTime,
  appointmentTime: wireTime,
  timestamp: wireTime,
  appointmentStatus: wireText,
  status: wireText,
});

export const activityWireSchema = z.object({ title: wireText, data: wireObject(dataSchema) });

/** A time this near to the event's own is the event's own. */
const sameMomentMs = 60_000;

export function activityOf(
  wire: z.infer<typeof activityWireSchema> | null,
  dateAdded: number | null,
): Message['activity'] {
  if (!wire || (!wire.title && !wire.data)) return null;
  const { data } = wire;
  const startsAt = data?.startTime ?? data?.appointmentTime ?? data?.timestamp ?? null;
  const isOwnTime = startsAt !== null && dateAdded !== null && Math.abs(startsAt - dateAdded) < sameMomentMs;
  return {
    title: wire.title ?? '',
    about: data?.appointmentTitle ?? data?.title ?? data?.name ?? null,
    startsAt: isOwnTime ? null : startsAt,
    state: data?.appointmentStatus ?? data?.status ?? null,
  };
}
