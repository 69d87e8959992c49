import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { ChannelGlyph } from '@/components/ui/icon-set';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { isWoken } from '@/lib/client/cache/list-fit';
import { useDraftLine } from '@/lib/client/use-draft';
import { channelIcon, channelLabel } from '@/lib/shared/channel';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { User } from '@/lib/shared/contract/user';
import { conversationName, initials, nameHue } from '@/lib/shared/format-name';
import { fullTime, shortAge } from '@/lib/shared/format-time';
import { userLabel } from './filter-chips';
import { previewOf } from './preview-of';
import { RowTeam, RowWait } from './row-team';
import { tagsInOrder } from './tags-in-order';

type RowContentProps = {
  row: Conversation;
  /** Null on the server: ages hang on the viewer's clock and zone. */
  now: number | null;
  owner: User | null;
  isWaitingList: boolean;
  /** The tags that the list is filtered by: of a row's own, these are shown first. */
  wantedTags: readonly string[];
};

/** What a row says: two lines, in the compact list one. Only what the search's answer or our own reading holds. */
export function RowContent({ row, now, owner, isWaitingList, wantedTags }: RowContentProps) {
  const name = conversationName(row);
  const preview = previewOf(row, useDraftLine(row.locationId, row.id));
  const { type, at } = row.lastMessage;
  return (
    <>
      {/* Faded out it would still lie over the box, and take its clicks. */}
      <span className="pointer-events-none grid w-6 shrink-0 place-items-center group-hover/row:opacity-0 group-data-selecting/list:opacity-0 touch:group-hover/row:not-group-data-selecting/list:opacity-100">
        {row.unreadCount > 0 && (
          <>
            <span aria-hidden className="size-[7px] rounded-full bg-accent forced-colors:bg-[Highlight]" />
            <VisuallyHidden>{`Unread, ${row.unreadCount}. `}</VisuallyHidden>
          </>
        )}
      </span>
      <Avatar
        className="ml-2.5 compact:-mx-1 compact:ml-1.5 compact:scale-[0.76]"
        initials={initials(name)}
        hue={nameHue(name)}
        corner={<ChannelGlyph name={channelIcon(type)} />}
      />
      <span className="ml-2.5 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-px compact:flex compact:items-center compact:gap-1.5">
        <span className="flex h-5 items-center gap-1.5 compact:contents">
          <BidiText className="min-w-0 truncate text-14 compact:min-w-10 compact:max-w-48 compact:shrink compact:basis-[34%] compact:text-13 text-ink tracking-[-0.005em] group-data-unread/row:font-strong">
            {name}
          </BidiText>
          {row.isStarred && (
            <span className="text-12 text-star">
              <span aria-hidden>★</span>
              <VisuallyHidden>, starred</VisuallyHidden>
            </span>
          )}
          <Comma />
          {isWaitingList ? <RowWait row={row} now={now} /> : <Age at={at} now={now} />}
        </span>
        <span className="flex h-5 items-center gap-1 text-13 text-ink-2 compact:contents group-data-unread/row:text-ink">
          <Comma />
          {preview.prefix && (
            <span
              className={cn(
                'shrink-0 text-13 text-ink-3 compact:min-w-0 compact:shrink-[99] compact:truncate',
                preview.prefix === 'Draft ' && 'font-strong text-ink italic compact:shrink-0',
              )}
            >
              {preview.prefix}
            </span>
          )}
          {!preview.isTypeOnly && <VisuallyHidden>{`${channelLabel(type)}: `}</VisuallyHidden>}
          <BidiText className="min-w-0 truncate text-13 text-ink-2 compact:flex-1 compact:shrink-[99] group-data-unread/row:text-ink">
            {preview.text}
          </BidiText>
          <RowEnd row={row} now={now} owner={owner} wantedTags={wantedTags} />
        </span>
      </span>
    </>
  );
}

function Age({ at, now }: { at: number | null; now: number | null }) {
  if (at === null || now === null) return null;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={fullTime(at)}
      className="ml-auto shrink-0 pl-1 text-12 text-ink-3 tabular-nums compact:order-last group-data-unread/row:font-medium group-data-unread/row:text-ink-2"
    >
      {shortAge(at, now)}
    </time>
  );
}

/**
 * What became of it, tags and owner: two tags in a wide list, one in a narrow one, never more than half of the line. The second tag gives
 * way before the first one is cut.
 */
function RowEnd({ row, now, owner, wantedTags }: Omit<RowContentProps, 'isWaitingList'>) {
  const tags = tagsInOrder(row.tags, wantedTags);
  const isPlain = row.team.kind === 'open' && !isWoken(row);
  if (tags.length === 0 && !row.assignedTo && isPlain) return null;
  return (
    <span
      className={cn(
        'ml-auto flex min-w-0 shrink-0 items-center justify-end gap-[5px] pl-1.5',
        isPlain ? 'max-w-1/2' : 'max-w-[70%]',
      )}
      title={tags.length > 0 ? tags.join(', ') : undefined}
    >
      <RowTeam team={row.team} now={now} />
      {tags.length > 0 && <VisuallyHidden>{`, Tags: ${tags.join(', ')}`}</VisuallyHidden>}
      {tags.slice(0, 2).map((tag, index) => (
        <Tag
          key={tag}
          aria-hidden
          className={
            index === 0
              ? cn(
                  'min-w-0 compact:hidden compact:@min-[34rem]:inline-block',
                  !isPlain && 'hidden @min-[22rem]:inline-block',
                )
              : 'hidden min-w-7 shrink-[9999] @min-[26rem]:inline-block compact:hidden compact:@min-[44rem]:inline-block'
          }
        >
          <BidiText>{tag}</BidiText>
        </Tag>
      ))}
      {row.assignedTo && (
        <>
          <Comma />
          <Owner owner={owner} />
        </>
      )}
    </span>
  );
}

/** Between the parts of a row, so that they are not read as one word. */
function Comma() {
  return <VisuallyHidden>, </VisuallyHidden>;
}

function Owner({ owner }: { owner: User | null }) {
  if (!owner) {
    return (
      <span className="size-5 shrink-0 rounded-full bg-sunk">
        <VisuallyHidden>Assigned</VisuallyHidden>
      </span>
    );
  }
  const name = userLabel(owner);
  return (
    <Avatar
      size={20}
      initials={initials(name)}
      hue={nameHue(name)}
      label={`Assigned to ${name}`}
      title={`Assigned to ${name}`}
    />
  );
}
