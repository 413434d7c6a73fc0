/** English words of energy, carbon and water. */

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const energy = {
  title: "Energy, carbon and water",
  intro: "What transcribing and drafting took. Every figure is a middle with a span, because nobody knows these exactly.",
  back: "All sessions",
  none: "No session has used anything yet. After your first session this page shows what it took.",
  ofSession: "Energy of this session",
  water: "ml of water",
  chart: "Energy by month",
  chartText: (months: number, most: string, wh: string) =>
    `Bars for ${plural(months, "month", "months")}, in watt-hours, each with a line from its low to its high figure. The most was ${wh} in ${most}. The table below has all figures.`,
  axis: "Wh",
  table: "By month",
  stageTable: "By stage",
  columns: { month: "Month", sessions: "Sessions", notes: "Signed notes", energy: "Energy, Wh", carbon: "Carbon, g CO₂e", water: "Water, ml", label: "Known" },
  stageColumns: { stage: "Stage", energy: "Energy, J", work: "Work" },
  total: "Together",
  span: (low: string, high: string) => `${low} to ${high}`,
  work: { seconds: (count: string) => `${count} CPU s`, tokens: (count: number) => plural(count, "token", "tokens") },
  download: "Download by month (CSV)",
  downloadSessions: "Download by session (CSV)",
  factors: "Factors in use",
  factor: (name: string, figure: string, unit: string) => `${name}: ${figure} ${unit}`,
  notCounted: "Not counted",
  labels: { measured: "measured", modelled: "modelled", "partly measured": "partly measured" } as Record<string, string>,
  stages: {
    media: "Hearing",
    recognition: "Recognition",
    masking: "Masking",
    drafting_local: "Drafting here",
    drafting_remote: "Drafting elsewhere",
  } as Record<string, string>,
};
