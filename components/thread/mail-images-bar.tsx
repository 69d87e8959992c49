import { Image, ImageOff } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { CleanMail } from '@/lib/client/mail/sanitise-mail';
import type { MailImages } from './use-mail-images';

/**
 * What was held back of a mail, and how to see it. Its buttons keep their places, so that the one just pressed keeps the
 * focus.
 */
export function MailImagesBar({ mail, images }: { mail: CleanMail; images: MailImages }) {
  const { shown, sender, isAllowedSender } = images;
  const hasImages = mail.images.length > 0;
  const Icon = shown ? Image : ImageOff;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-y bg-sunk px-3.5 py-[5px] text-12 text-ink-2">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <p role="status">{imageWords(mail, images)}</p>
      {hasImages && (
        <Button variant="quiet" size="sm" onClick={() => images.onShow(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </Button>
      )}
      {hasImages && sender !== null && (
        <Button
          variant="quiet"
          size="sm"
          title={sender}
          isPending={images.isChangingSender}
          onClick={() => images.onAllowSender(!isAllowedSender)}
        >
          {isAllowedSender ? 'Not always from this sender' : 'Always from this sender'}
        </Button>
      )}
      {images.failedCount > 0 && (
        <Button variant="quiet" size="sm" isPending={images.isLoading} onClick={images.onRetry}>
          Retry
        </Button>
      )}
      {images.changeError && (
        <p role="alert" className="text-bad">
          Not remembered. {images.changeError.message}
        </p>
      )}
    </div>
  );
}

function imageWords(mail: CleanMail, { shown, isLoading, failedCount }: MailImages): string {
  const count = mail.images.length;
  const others = mail.heldBack - count;
  const stays =
    others > 0 ? ` ${others === 1 ? '1 background stays' : `${others} backgrounds stay`} off.` : '';
  if (count === 0) return `Remote images are off: ${others} held back.`;
  const images = count === 1 ? '1 image' : `${count} images`;
  if (!shown) return `${images} held back.${stays}`;
  if (failedCount > 0) return `${failedCount} of ${images} could not be loaded.${stays}`;
  return isLoading ? `Loading ${images}…` : `${images} shown, fetched by Parley.${stays}`;
}
