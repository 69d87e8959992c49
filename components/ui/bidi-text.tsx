import type { ComponentProps } from 'react';

/** Text of others (names, messages, file names): its direction is its own and does not turn ours around. */
export function BidiText(props: ComponentProps<'bdi'>) {
  return <bdi data-slot="bidi-text" dir="auto" {...props} />;
}
