const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** An ISO day as people write it: `2026-06-17` is "17 Jun 2026". */
export function shortDay(day: string): string {
  const { year, month, day: ofMonth } = Temporal.PlainDate.from(day);
  return `${ofMonth} ${months[month - 1]} ${year}`;
}
