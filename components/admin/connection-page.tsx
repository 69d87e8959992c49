'use client';

import { Cable, CircleCheck, CircleDashed, CircleHelp, CircleX, RefreshCw } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { useConnectionChecks } from '@/lib/client/queries/connection';
import type { CheckRow, ConnectionChecks } from '@/lib/shared/contract/connection';

/** What works between this inbox and GoHighLevel, found out by reading alone. */
export function ConnectionPage({ locationId }: { locationId: string }) {
  const checks = useConnectionChecks(locationId);
  const { data } = checks;

  return (
    <Page
      title="Connection"
      lead="What GoHighLevel lets this inbox do. Each line is tried by one read; a check never changes anything."
      action={
        <Button isPending={checks.isFetching} onClick={() => void checks.refetch()}>
          <RefreshCw aria-hidden />
          Check again
        </Button>
      }
    >
      <p role="status" className="sr-only">
        {checks.isFetching ? 'Checking the connection' : data?.verdict.text}
      </p>
      {checks.error && (
        <Empty
          tone="bad"
          role="alert"
          icon={<Cable />}
          title="The check did not work"
          text={checks.error.message}
        />
      )}
      {data && !checks.error && <Findings checks={data} />}
      {!data && checks.isPending && <ChecksSkeleton />}
    </Page>
  );
}

const tones = { good: 'info', warn: 'warn', bad: 'bad' } as const;

function Findings({ checks }: { checks: ConnectionChecks }) {
  const { location, mode, host, verdict, rows, leftToday } = checks;
  const tried = rows.filter(({ result }) => result !== 'unproven');
  const unproven = rows.filter(({ result }) => result === 'unproven');
  return (
    <>
      {/* The status above says it already. */}
      <Banner role="presentation" tone={tones[verdict.tone]} className="mt-5 rounded-card border">
        <strong className="font-semibold">{verdict.text}</strong>
      </Banner>
      <dl className="mt-5 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5 text-13 [&_dt]:text-ink-3">
        <dt>Location</dt>
        <dd className="min-w-0 break-words">
          {location.name !== location.id && `${location.name} `}
          <span className="break-all font-mono text-12 text-ink-3">{location.id}</span>
        </dd>
        <dt>Connected by</dt>
        <dd>{mode === 'sandbox' ? 'the sandbox, which plays GoHighLevel' : 'a private integration token'}</dd>
        <dt>Host</dt>
        <dd className="break-all">{host}</dd>
        {leftToday !== null && (
          <>
            <dt>Calls left today</dt>
            <dd className="tabular-nums">{leftToday.toLocaleString('en')}</dd>
          </>
        )}
      </dl>
      {verdict.lacksScopes && (
        <p className="mt-5 text-13 text-ink-2">
          To add what is missing, open GoHighLevel: Settings, Private Integrations, choose this integration,
          Edit, scopes. The token stays the same. Then check again.
        </p>
      )}
      <CheckList title="Tried by reading" rows={tried} />
      <CheckList
        title="Not proven until first used"
        lead="Only a write could prove these, and a check writes nothing. Their scopes belong to the integration all the same."
        rows={unproven}
      />
    </>
  );
}

function CheckList({ title, lead, rows }: { title: string; lead?: string; rows: CheckRow[] }) {
  return (
    <section className="mt-7">
      <h2 className="font-strong text-14">{title}</h2>
      {lead && <p className="mt-1 text-12 text-ink-3">{lead}</p>}
      <ul aria-label={title} className="mt-2 border-line border-t">
        {rows.map((row) => (
          <li key={row.name} className="flex items-start gap-3 border-line border-b py-3">
            <ResultIcon result={row.result} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium text-13">{row.name}</span>
                {row.scope && <code className="break-all font-mono text-12 text-ink-3">{row.scope}</code>}
              </p>
              <p className="text-12 text-ink-3">{row.purpose}</p>
              {row.reason && <p className="text-12 text-ink-2">{row.reason}</p>}
            </div>
            <Badge tone={results[row.result].tone}>{results[row.result].words}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

const results = {
  works: { words: 'Works', tone: 'good', Icon: CircleCheck, className: 'text-good' },
  refused: { words: 'Refused', tone: 'bad', Icon: CircleX, className: 'text-bad' },
  untried: { words: 'Could not be tried', tone: 'warn', Icon: CircleHelp, className: 'text-warn' },
  unproven: { words: 'Not proven', tone: 'neutral', Icon: CircleDashed, className: 'text-ink-3' },
} as const;

function ResultIcon({ result }: { result: CheckRow['result'] }) {
  const { Icon, className } = results[result];
  return <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />;
}

function ChecksSkeleton() {
  return (
    <div aria-hidden className="mt-5">
      <Skeleton className="h-10 rounded-card" />
      <div className="mt-5 grid gap-y-[15px] py-1">
        {['w-64', 'w-52', 'w-36', 'w-40'].map((width) => (
          <Skeleton key={width} className={width} />
        ))}
      </div>
      <Skeleton className="mt-8 w-32" />
      <div className="mt-3 border-line border-t">
        {['w-44', 'w-56', 'w-36', 'w-40', 'w-48', 'w-32'].map((width) => (
          <div key={width} className="flex h-[63px] items-center gap-3 border-line border-b">
            <Skeleton className="size-4 rounded-full" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </div>
  );
}
