import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readToasts, showToast } from '@/components/ui/toast-store';
import { type Overruled, overruledRows } from '@/lib/client/cache/overruled';
import { forgetChanges, readOwnChanges, watchRows } from '@/lib/client/queries/own-changes';
import { overruledWords } from './overruled-words';

const toastId = 'overruled';

/** Says once where GHL's value has come back over one's own, all of it in one quiet sentence. */
export function useOverruledNotice(locationId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let said = new Map<string, Overruled>();
    return watchRows(queryClient, locationId, (rows) => {
      const found = overruledRows(rows, readOwnChanges(queryClient, locationId), Date.now());
      if (found.length === 0) return;
      if (!readToasts().some(({ id }) => id === toastId)) said = new Map();
      for (const each of found) said.set(each.row.id, each);
      forgetChanges(
        queryClient,
        locationId,
        found.map(({ row }) => row.id),
      );
      showToast({ id: toastId, text: overruledWords([...said.values()]) });
    });
  }, [queryClient, locationId]);
}
