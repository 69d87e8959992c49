export function DayLine({ label }: { label: string }) {
  return <p className="pt-3 pb-2 text-center text-12 text-ink-3">{label}</p>;
}
