import { CaptionsIcon, Download, Ellipsis, FileText } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { downloadFile } from '@/lib/client/download-file';
import type { Message } from '@/lib/shared/contract/message';
import { timeOfDay } from '@/lib/shared/format-time';
import { apiPaths } from '@/lib/shared/paths';
import { CallTranscript } from './call-transcript';
import { authorOf } from './message-words';
import { SoundBar } from './sound-bar';
import type { ThreadScene } from './thread-scene';
import { useHeldTop } from './use-held-top';

type CallRecordingProps = { message: Message; scene: ThreadScene; head: ReactNode };

/** Nothing is asked of GHL before someone wants to hear or to read it. */
export function CallRecording({ message, scene, head }: CallRecordingProps) {
  const { locationId, toggledMails, onToggleMail } = scene;
  const [problem, setProblem] = useState<string | null>(null);
  const src = apiPaths.recording(locationId, message.id);
  const openKey = `transcript-${message.id}`;
  const isOpen = toggledMails.get(openKey) ?? false;
  const ref = useRef<HTMLDivElement>(null);
  useHeldTop(ref, isOpen ? 1 : 0, true);
  const seconds = message.call?.durationSeconds ?? null;
  const name = message.at === null ? 'the call' : `the call of ${timeOfDay(message.at)}`;
  const isInbound = message.direction === 'inbound';

  function save(href: string, fileName: string) {
    setProblem(null);
    downloadFile(href, fileName).catch((error: Error) => setProblem(error.message));
  }

  return (
    <div ref={ref}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 px-3.5 py-[9px]">
        <div className="flex min-w-[min(100%,9rem)] flex-1 items-center gap-2.5 @min-[580px]:w-[176px] @min-[580px]:flex-none">
          {head}
        </div>
        <SoundBar
          src={src}
          name={name}
          knownMs={seconds ? seconds * 1000 : null}
          className="order-last basis-full @min-[580px]:order-none @min-[580px]:flex-1 @min-[580px]:basis-0"
        />
        <div className="flex shrink-0 items-center">
          <IconButton
            label={`Transcript of ${name}`}
            aria-expanded={isOpen}
            onClick={() => onToggleMail(openKey, !isOpen)}
            className="aria-expanded:bg-hover aria-expanded:text-ink"
          >
            <CaptionsIcon aria-hidden />
          </IconButton>
          <Menu>
            <MenuTrigger asChild>
              <IconButton label={`Download ${name}`} hasTooltip={false}>
                <Ellipsis aria-hidden />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              <MenuItem onSelect={() => save(src, `recording-${message.id}`)}>
                <Download aria-hidden />
                Download the recording
              </MenuItem>
              <MenuItem
                onSelect={() =>
                  save(apiPaths.transcriptionText(locationId, message.id), `transcription-${message.id}.txt`)
                }
              >
                <FileText aria-hidden />
                Download the transcript
              </MenuItem>
            </MenuContent>
          </Menu>
        </div>
      </div>
      {problem && (
        <p role="alert" className="px-3.5 pb-2.5 text-12 text-bad">
          Not downloaded. {problem}
        </p>
      )}
      {isOpen && (
        <CallTranscript
          locationId={locationId}
          messageId={message.id}
          src={src}
          name={name}
          isInbound={isInbound}
          contact={firstName(scene.contactName)}
          team={isInbound && message.userId === null ? 'Team' : firstName(authorOf(message, scene.names))}
        />
      )}
    </div>
  );
}

function firstName(name: string): string {
  return name.trim().split(/\s/, 1)[0] ?? name;
}
