import { useContact } from '@/lib/client/queries/directory';
import type { SendChannel } from '@/lib/shared/contract/send';
import { knownZone } from '@/lib/shared/zoned-time';
import { NightNote } from './night-note';
import { ScheduleButton } from './schedule-button';
import { mayBeScheduled } from './schedule-choices';
import type { Schedule } from './schedule-dialog';

type Scheduling = {
  locationId: string;
  contactId: string | null;
  channel: SendChannel;
  isBlocked: boolean;
  /** Whether there is something to send; says itself what is missing. */
  mayOpen: () => boolean;
  onSchedule: (schedule: Schedule) => void;
};

/** The ways to send later: the button beside the one that sends now, and the morning offered at night. */
export function useSchedule(scheduling: Scheduling) {
  const { locationId, contactId, channel, isBlocked, mayOpen, onSchedule } = scheduling;
  const contact = useContact(locationId, contactId);
  // Only a text message rings; where the contact's zone is not known, it is taken to be the location's.
  const zone = knownZone(contact.data?.timezone);
  const isText = channel === 'SMS';
  return {
    note: isText && !isBlocked && contact.data && (
      <NightNote locationId={locationId} zone={zone} onSchedule={onSchedule} />
    ),
    button: mayBeScheduled(channel) && (
      <ScheduleButton
        locationId={locationId}
        nightZone={isText ? zone : null}
        isBlocked={isBlocked}
        mayOpen={mayOpen}
        onSchedule={onSchedule}
      />
    ),
  };
}
