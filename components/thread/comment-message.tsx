import { StickyNote } from 'lucide-react';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import type { Message } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { AttachmentList } from './attachment-list';
import { commentTokens } from './comment-tokens';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import { TextTokens } from './text-tokens';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** Seen by the team only, and told apart from a message by icon, bar, corners and words. */
export function CommentMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  return (
    <>
      <div className="w-fit max-w-[min(74%,560px)] rounded-[6px] border border-note-line border-l-4 bg-note px-[13px] py-[9px] text-body leading-[1.55] phone:max-w-[86%]">
        <p className="mb-0.5 flex items-center gap-1.5 font-semibold text-11 text-note-ink">
          <StickyNote aria-hidden className="size-3.5 shrink-0" />
          <span>
            Internal comment · <OuterText text={authorOf(message, scene.names)} />
          </span>
        </p>
        <CommentText body={message.body ?? ''} users={scene.names.users} />
        {message.attachments.length > 0 && (
          <div className="mt-2">
            <AttachmentList
              attachments={message.attachments}
              hrefOf={(index) => apiPaths.messageAttachment(scene.locationId, message.id, index)}
              scene={scene}
            />
          </div>
        )}
      </div>
      <p className="mx-1 mt-[3px] text-12 text-ink-3">
        <TimeText at={message.at} />
      </p>
    </>
  );
}

/** A mention is called as the user is now, for as long as GHL knows them. */
function CommentText({ body, users }: { body: string; users: ReadonlyMap<string, string> }) {
  const tokens = commentTokens(body);
  if (!tokens.some((token) => token.kind === 'mention')) return <LinkedText text={body} />;
  return (
    <div dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {tokens.map((token, index) =>
        token.kind === 'mention' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one text never change places
          <b key={index} className="font-semibold text-note-ink">
            <OuterText text={nameOf(token, users)} />
          </b>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of one text never change places
          <TextTokens key={index} text={cutCombiningMarks(token.text)} />
        ),
      )}
    </div>
  );
}

function nameOf(
  { text, userId }: { text: string; userId?: string },
  users: ReadonlyMap<string, string>,
): string {
  const known = users.get(userId ?? '');
  return known ? `@${known}` : text;
}
