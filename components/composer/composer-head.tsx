import { StickyNote } from 'lucide-react';
import type { Draft } from '@/lib/client/drafts';
import { usePhoneNumbers } from '@/lib/client/queries/phone-numbers';
import { useSends } from '@/lib/client/queries/sends';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { rowOptions } from './channel-options';
import { ChannelPicker } from './channel-picker';
import { ComposerNotes } from './composer-notes';
import { NumberLines } from './number-lines';
import type { ChannelScene } from './use-channel';

type ComposerHeadProps = {
  locationId: string;
  conversation: Conversation;
  openInGhlUrl: string;
  scene: ChannelScene;
  /** Where an answer from here would not go where they wrote. */
  elsewhere: string | null;
  hasGhlUser: boolean | null;
  draft: Draft;
  /** Of an email: whom it goes to, unless a field says so. */
  mailReceiver: string | null;
  onEdit: (change: Partial<Draft>) => void;
  onWrite: () => void;
};

/** By which channel it goes, from where to whom, and what is good to know before writing. */
export function ComposerHead(props: ComposerHeadProps) {
  const { locationId, conversation, scene, draft, onEdit } = props;
  const { channel, option, addresses } = scene;
  const isComment = channel === 'InternalComment';
  const hasNumbers = channel === 'SMS' || channel === 'RCS';
  const fromNumbers = usePhoneNumbers(locationId, hasNumbers);
  const { data: sends = [] } = useSends(locationId, conversation.id);
  const becomesNote = sends.some(({ deliveryStatus }) => deliveryStatus === 'note');
  const commentNote = becomesNote ? asNote : props.hasGhlUser === false ? noGhlUser : null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 px-2.5 pt-2">
        <ChannelPicker
          channel={channel}
          options={scene.options}
          row={rowOptions(scene.options, scene.facts.seen, channel)}
          onChoose={scene.choose}
          onWrite={props.onWrite}
        />
        {/* Of a text message the button names the number. */}
        <span className="ml-auto flex min-w-0 items-center gap-1.5 truncate px-1 text-12 text-ink-3">
          {isComment ? (
            <TeamOnly />
          ) : channel === 'Email' ? (
            props.mailReceiver
          ) : (
            channel === 'WhatsApp' && addresses.phone
          )}
        </span>
        {hasNumbers && (
          <NumberLines toNumbers={scene.toNumbers} fromNumbers={fromNumbers} draft={draft} onEdit={onEdit} />
        )}
      </div>
      <ComposerNotes
        elsewhere={props.elsewhere}
        blocked={option?.reason ?? (isComment ? null : scene.closedInstead)}
        note={isComment ? commentNote : (option?.note ?? null)}
        isPublic={channel === 'Review'}
        openInGhlUrl={props.openInGhlUrl}
      />
    </>
  );
}

function TeamOnly() {
  return (
    <span className="flex items-center gap-1.5 font-semibold text-note-ink">
      <StickyNote aria-hidden className="size-3.5 shrink-0" />
      Only the team sees this
    </span>
  );
}

/** Seen at an earlier one: whether GHL takes comments, nobody can ask it. */
const asNote = 'GoHighLevel took no comment from here before: this becomes a note of the contact.';

const noGhlUser =
  'You have no user in GoHighLevel, so GoHighLevel shows this without an author. Here it stands under your name.';
