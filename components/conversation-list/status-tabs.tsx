import { Segmented } from '@/components/ui/segmented';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import { shortCount } from './list-words';

const tabs = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'starred', label: 'Starred' },
] as const;

type StatusTabsProps = {
  status: InboxFilter['status'];
  /** Of the current tab; null until it is known. */
  total: number | null;
  panelId: string;
  onStatusChange: (status: InboxFilter['status']) => void;
};

export function StatusTabs({ status, total, panelId, onStatusChange }: StatusTabsProps) {
  return (
    <Segmented
      label="Conversations to show"
      kind="tabs"
      look="underline"
      panelId={panelId}
      value={status}
      onValueChange={onStatusChange}
      className="-mx-4 flex-wrap px-4"
      options={tabs.map(({ value, label }) => ({
        value,
        label: (
          <>
            {label}
            {/* The place is kept on every tab, so that nothing moves when the number comes. */}
            <span className="min-w-[4ch] text-left font-medium text-ink-3 tabular-nums">
              {value === status && total !== null && shortCount(total)}
            </span>
          </>
        ),
      }))}
    />
  );
}
