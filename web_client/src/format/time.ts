/** Times as people read them. Pure; the locale is the page's. */

/** `63` -> `1:03`, `3723` -> `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** The two largest units: `6 d 23 h`, `5 h 12 min`, `4 min`, `under a minute`. */
export function remaining(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return minutes > 0 ? `${minutes} min` : "under a minute";
}

export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return "under a minute";
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

const dayOf = (date: Date): number => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);

/** `Today, 14:30`, `Tomorrow, 09:00`, `Yesterday, …`, else weekday, day and month. */
export function when(iso: string, now: Date, locale: string): string {
  const said = within(iso, now, locale);
  return `${said.charAt(0).toLocaleUpperCase(locale)}${said.slice(1)}`;
}

/** The same within a sentence: `today, 14:30`. */
export function within(iso: string, now: Date, locale: string): string {
  const date = new Date(iso);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(date);
  const days = dayOf(date) - dayOf(now);
  const near = Math.abs(days) <= 1 ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day") : "";
  const day = near || new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" }).format(date);
  return `${day}, ${time}`;
}

export function fullDate(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "medium" }).format(new Date(iso));
}

/** Long date, time to the minute. */
export function shortDate(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}

/** `November 29, 2026`. */
export function longDay(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(iso));
}

/** `2:05 PM`. */
export function timeOfDay(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(iso));
}

/** The value of an `<input type=datetime-local>`: local time to the minute. */
export function localInput(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** A local time of an `<input type=datetime-local>` with this place's zone: whoever reads it knows the day it was here. */
export function zoned(local: string): string {
  const east = -new Date(local).getTimezoneOffset();
  const two = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, "0");
  return `${local.slice(0, 16)}:00${east < 0 ? "-" : "+"}${two(east / 60)}:${two(Math.abs(east) % 60)}`;
}
