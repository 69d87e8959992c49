import { useEffect, useRef } from 'react';
import { leftIds, withoutIds } from '@/lib/client/triage/selection';
import { changeSelection } from '@/lib/client/triage/selection-store';

type Row = { readonly id: string };

/**
 * What has left the list (deleted, or closed by somebody else) leaves the selection too: nobody acts on what they do not
 * see. `isWhole`: everything that the list holds is read.
 */
export function useLetGo(locationId: string, list: string, rows: readonly Row[], isWhole: boolean): void {
  const before = useRef(rows);
  useEffect(() => {
    const known = before.current;
    before.current = rows;
    changeSelection(locationId, list, (selection) => {
      if (selection.ids.size === 0) return selection;
      return withoutIds(selection, leftIds(selection, known.map(idOf), rows.map(idOf), isWhole));
    });
  }, [locationId, list, rows, isWhole]);
}

const idOf = ({ id }: Row) => id;
