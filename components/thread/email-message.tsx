import { Mail } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useKnownEmails } from '@/lib/client/queries/messages';
import type { Message } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { AttachmentList } from './attachment-list';
import { Card, CardHead } from './card';
import { EmailPart } from './email-part';
import { LinkedText } from './linked-text';
import { OuterText } from './outer-text';
import { StatusLine } from './status-line';
import type { ThreadScene } from './thread-scene';

/** More earlier mails than this are one line until someone asks for them. */
const maxEarlierLines = 3;

/** An email item of GHL is a whole email thread: the newest mail is open, the others are a line each. */
export function EmailMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  const { emailIds } = message;
  const earlierKey = `earlier-${message.id}`;
  const isListed = emailIds.length - 1 <= maxEarlierLines || scene.toggledMails.get(earlierKey) === true;
  const shown = isListed ? emailIds : emailIds.slice(-1);
  const known = useKnownEmails(scene.locationId, shown);
  const isOpen = (emailId: string) => scene.toggledMails.get(emailId) ?? emailId === emailIds.at(-1);
  const areAllOpen = isListed && emailIds.every(isOpen);
  // From the newest on: the next one is read when those after it are there, or have failed.
  const mayLoad = (index: number) =>
    shown.every((id, later) => later <= index || !isOpen(id) || isSettled(known[later]));

  function toggleAll() {
    if (!areAllOpen) scene.onToggleMail(earlierKey, true);
    for (const id of emailIds) scene.onToggleMail(id, !areAllOpen || id === emailIds.at(-1));
  }

  const count = emailIds.length > 1 ? `${emailIds.length} emails` : undefined;
  return (
    <>
      <Card>
        <CardHead
          icon={<Mail />}
          title={message.subject ? <OuterText text={message.subject} /> : 'Email without a subject'}
          text={count}
          end={
            emailIds.length > 1 && (
              <Button variant="quiet" size="sm" onClick={toggleAll}>
                {areAllOpen ? 'Close the earlier ones' : 'Open all'}
              </Button>
            )
          }
        />
        {!isListed && (
          <div className="border-line border-t px-2 py-1">
            <Button variant="quiet" size="sm" onClick={() => scene.onToggleMail(earlierKey, true)}>
              Show {emailIds.length - 1} earlier emails
            </Button>
          </div>
        )}
        {shown.map((emailId, index) => (
          <EmailPart
            key={emailId}
            emailId={emailId}
            position={`${emailIds.indexOf(emailId) + 1} of ${emailIds.length}`}
            isOpen={isOpen(emailId)}
            mayLoad={mayLoad(index)}
            subject={message.subject}
            canClose={emailIds.length > 1}
            scene={scene}
          />
        ))}
        {emailIds.length === 0 && (
          <div className="space-y-2.5 border-line border-t px-3.5 py-3 text-body">
            {message.body ? (
              <LinkedText text={message.body} />
            ) : (
              <p className="text-ink-2">GHL holds no text of this email.</p>
            )}
            <AttachmentList
              attachments={message.attachments}
              hrefOf={(index) => apiPaths.messageAttachment(scene.locationId, message.id, index)}
              scene={scene}
            />
          </div>
        )}
      </Card>
      <StatusLine message={message} scene={scene} />
    </>
  );
}

function isSettled(query: ReturnType<typeof useKnownEmails>[number] | undefined): boolean {
  return query === undefined || query.data !== undefined || query.error !== null;
}
