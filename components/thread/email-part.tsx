import { ChevronDown, ChevronRight, CircleAlert, Forward, Printer, Reply, ReplyAll } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { answerSeed } from '@/lib/client/answer-seed';
import { useEmail } from '@/lib/client/queries/messages';
import type { ReplyMode } from '@/lib/shared/contract/draft';
import type { Email } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';
import { AttachmentList } from './attachment-list';
import { EmailBody } from './email-body';
import { firstWords } from './first-words';
import { keepFocusInThread } from './keep-focus-in-thread';
import { failureWords } from './message-words';
import { OuterText } from './outer-text';
import { printEmail } from './print-email';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

type EmailPartProps = {
  emailId: string;
  /** "2 of 3" */
  position: string;
  isOpen: boolean;
  /** Those that are opened together are read one by one. */
  mayLoad: boolean;
  canClose: boolean;
  /** Of the whole email thread. */
  subject: string | null;
  scene: ThreadScene;
};

/** One mail of an email thread. GHL gives each by itself, so it is loaded when it is opened. */
export function EmailPart(props: EmailPartProps) {
  const { emailId, position, isOpen, mayLoad, canClose, subject, scene } = props;
  const { data: email, error, refetch, isFetching } = useEmail(scene.locationId, emailId, isOpen && mayLoad);
  const ownSubject = email?.subject && email.subject !== subject ? email.subject : null;
  return (
    <section aria-label={`Email ${position}`} className="border-line border-t">
      <div className="flex items-start">
        <EmailLine
          email={email}
          position={position}
          isOpen={isOpen}
          onToggle={canClose ? () => scene.onToggleMail(emailId, !isOpen) : undefined}
        />
        {isOpen && email && scene.canSend && (
          <AnswerButtons onAnswer={(mode) => scene.onEditSend(answerSeed(mode, emailId))} />
        )}
        {isOpen && email && (
          <IconButton
            label="Print this email"
            size="sm"
            onClick={() => void printEmail(email, subject)}
            className="mt-1 mr-2 shrink-0"
          >
            <Printer aria-hidden />
          </IconButton>
        )}
      </div>
      {isOpen && ownSubject && (
        <p className="px-3.5 pb-1 font-medium text-13 [overflow-wrap:anywhere]">
          <OuterText text={ownSubject} />
        </p>
      )}
      {isOpen && !email && !error && <BodySkeleton />}
      {isOpen && !email && error && (
        <p
          ref={keepFocusInThread}
          role="alert"
          className="flex flex-wrap items-center gap-2 px-3.5 pb-3 text-13 text-bad"
        >
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          This email could not be loaded. {error.message}
          <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
            Retry
          </Button>
        </p>
      )}
      {isOpen && email && (
        <>
          <EmailBody locationId={scene.locationId} email={email} openInGhlUrl={scene.openInGhlUrl} />
          {email.attachments.length > 0 && (
            <div className="px-3.5 pb-3">
              <AttachmentList
                attachments={email.attachments}
                hrefOf={(index) => apiPaths.emailAttachment(scene.locationId, emailId, index)}
                scene={scene}
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}

const answers = [
  { mode: 'reply', label: 'Reply to this email', icon: Reply },
  { mode: 'reply-all', label: 'Reply to all of this email', icon: ReplyAll },
  { mode: 'forward', label: 'Forward this email', icon: Forward },
] as const;

function AnswerButtons({ onAnswer }: { onAnswer: (mode: ReplyMode) => void }) {
  return (
    <span className="mt-1 flex shrink-0">
      {answers.map(({ mode, label, icon: Icon }) => (
        <IconButton
          key={mode}
          label={label}
          size="sm"
          // On a phone they would leave no room for who wrote: there the composer turns a reply into the others.
          className={mode === 'reply' ? undefined : 'phone:hidden'}
          onClick={() => onAnswer(mode)}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
    </span>
  );
}

type EmailLineProps = {
  email: Email | undefined;
  position: string;
  isOpen: boolean;
  onToggle: (() => void) | undefined;
};

function EmailLine({ email, position, isOpen, onToggle }: EmailLineProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const line = (
    <>
      {onToggle && <Chevron aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />}
      <span className="@container min-w-0 flex-1 text-left">
        <span className="flex @min-[26rem]:flex-row flex-col @min-[26rem]:items-baseline @min-[26rem]:gap-2">
          <span className="min-w-0 @min-[26rem]:flex-1 truncate font-medium text-13">
            {email ? <OuterText text={email.from || 'Unknown sender'} /> : `Email ${position}`}
          </span>
          {email && (
            <span className="shrink-0 text-12 text-ink-3">
              <TimeText at={email.at} isFull />
            </span>
          )}
        </span>
        {!isOpen && email && (
          <span className="block truncate text-12 text-ink-2">
            <OuterText text={firstWords(email)} />
          </span>
        )}
        {isOpen && email && <Receivers email={email} />}
        {isOpen && email?.status === 'failed' && (
          <span className="flex items-center gap-1.5 text-12 text-bad">
            <CircleAlert aria-hidden className="size-3.5 shrink-0" />
            {failureWords(null)}
          </span>
        )}
      </span>
    </>
  );
  const layout = 'flex w-full min-w-0 flex-1 items-start gap-2 px-3.5 py-2';
  if (!onToggle) return <div className={layout}>{line}</div>;
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onToggle}
      className={`${layout} -outline-offset-2 transition-colors hover:bg-hover touch:min-h-11`}
    >
      {line}
      <VisuallyHidden>{isOpen ? 'Close this email' : 'Open this email'}</VisuallyHidden>
    </button>
  );
}

function Receivers({ email }: { email: Email }) {
  const lists = [
    { label: 'to', addresses: email.to },
    { label: 'cc', addresses: email.cc },
    { label: 'bcc', addresses: email.bcc },
  ];
  return lists
    .filter(({ addresses }) => addresses.length > 0)
    .map(({ label, addresses }) => (
      <span
        key={label}
        title={addresses.join(', ')}
        className="line-clamp-2 text-12 text-ink-3 [overflow-wrap:anywhere]"
      >
        {label} <OuterText text={addresses.join(', ')} />
      </span>
    ));
}

/** About as high as a short mail: what comes after it moves least. */
function BodySkeleton() {
  return (
    <div className="space-y-2.5 px-3.5 pt-2 pb-4">
      <VisuallyHidden>Loading the email</VisuallyHidden>
      <Skeleton className="w-11/12" />
      <Skeleton className="w-full" />
      <Skeleton className="w-10/12" />
      <Skeleton className="w-4/12" />
    </div>
  );
}
