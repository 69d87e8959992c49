import { File, FileAudio, FileImage, FileText, FileVideo, FolderOpen, MessageSquareText } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FormDialog } from '@/components/ui/form-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { useConversationFiles } from '@/lib/client/queries/conversation-files';
import type { ConversationFile } from '@/lib/shared/contract/conversation-files';
import { apiPaths } from '@/lib/shared/paths';
import { OuterText } from './outer-text';
import { TimeText } from './time-text';

type FilesDialogProps = {
  locationId: string;
  conversationId: string;
  contactName: string;
  /** Closes, and shows the message that a file came with. */
  onShowMessage: (messageId: string) => void;
  /** Where the focus goes when it closes, if not back. */
  onCloseAutoFocus: (event: Event) => void;
  onClose: () => void;
};

/** All files of the messages of a conversation in one place. */
export function FilesDialog({ locationId, conversationId, contactName, ...props }: FilesDialogProps) {
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useConversationFiles(
    locationId,
    conversationId,
  );
  const files = data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <FormDialog title="Files" onClose={props.onClose} onCloseAutoFocus={props.onCloseAutoFocus}>
      {isPending && <FilesSkeleton />}
      {files.length > 0 && (
        <ul aria-label="Files" className="divide-y divide-line">
          {files.map((file) => (
            <li
              key={`${file.messageId} ${file.index}`}
              className="flex items-center gap-1 py-0.5 pr-2.5 pl-2"
            >
              <FileLink
                file={file}
                href={apiPaths.messageAttachment(locationId, file.messageId, file.index)}
                sender={file.direction === 'inbound' ? contactName : 'Sent'}
              />
              <IconButton
                label="Show the message"
                hasTooltip={false}
                onClick={() => props.onShowMessage(file.messageId)}
              >
                <MessageSquareText aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {data && files.length === 0 && !hasNextPage && (
        <Empty icon={<FolderOpen />} title="No files in this conversation" className="py-10" />
      )}
      {error && (
        <p role="alert" className="flex flex-wrap items-center gap-2 px-5 py-3 text-13 text-bad">
          {files.length > 0 ? 'The rest could not be loaded.' : 'The files could not be loaded.'}{' '}
          {error.message}
          <Button size="sm" isPending={isFetching} onClick={() => void (data ? fetchNextPage() : refetch())}>
            Retry
          </Button>
        </p>
      )}
      {!error && hasNextPage && (
        <p className="flex flex-wrap items-center gap-2 border-line border-t px-5 py-3 text-13 text-ink-2">
          {files.length > 0 ? 'Older messages may hold more.' : 'None among the newest messages.'}
          <Button size="sm" isPending={isFetching} onClick={() => void fetchNextPage()}>
            Continue
          </Button>
        </p>
      )}
      {data && (
        <p className="border-line border-t px-5 py-3 text-12 text-ink-3">
          Files of emails stand with their email.
        </p>
      )}
    </FormDialog>
  );
}

const icons = { image: FileImage, video: FileVideo, audio: FileAudio, pdf: FileText, other: File };

function FileLink({ file, href, sender }: { file: ConversationFile; href: string; sender: string }) {
  const Icon = icons[file.kind];
  const name = file.name || 'File without a name';
  // A picture is looked at, anything else is kept.
  const how = file.kind === 'image' ? { target: '_blank', rel: 'noopener noreferrer' } : { download: name };
  return (
    <a
      href={href}
      {...how}
      className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-control px-2.5 py-1.5 text-13 hover:bg-hover"
    >
      <Icon aria-hidden className="size-[18px] shrink-0 text-ink-2" />
      <span className="min-w-0">
        <OuterText text={name} className="block truncate font-medium" />
        <span className="block truncate text-12 text-ink-3">
          <OuterText text={sender} /> · <TimeText at={file.at} isFull />
        </span>
      </span>
    </a>
  );
}

function FilesSkeleton() {
  return (
    <div className="space-y-6 px-5 py-5">
      <Skeleton className="w-9/12" />
      <Skeleton className="w-11/12" />
      <Skeleton className="w-7/12" />
    </div>
  );
}
