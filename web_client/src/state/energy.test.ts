import { describe, expect, it } from "vitest";
import type { EnergyReport, EnergyRow } from "../api/types";
import { MOST_BARS, chartOf, energyLine, factorLine, figure, labelOf, markOf, monthName, mostOf, roundUp, spanOf, stageRows } from "./energy";

const REPORT: EnergyReport = {
  label: "modelled",
  watt_hours: { low: 2, mid: 4.5, high: 7.1 },
  grams_co2e: { low: 0.04, mid: 1.3, high: 20 },
  water_millilitres: { low: 0.2, mid: 17, high: 44 },
  stages: { media: { low: 1, mid: 2, high: 3 }, recognition: { low: 7000, mid: 16200, high: 25000 }, drafting_remote: { low: 5, mid: 5, high: 5 } },
  cpu_seconds: { media: 0.62, recognition: 3857.2 },
  remote_tokens: 1,
};

const row = (month: string | null, mid: number, more: Partial<EnergyRow> = {}): EnergyRow => ({
  label: "modelled",
  month,
  session: null,
  note: null,
  sessions: 1,
  signed_notes: 0,
  watt_hours: { low: mid / 2, mid, high: mid * 2 },
  ...more,
});

const year = (months: number): EnergyRow[] =>
  Array.from({ length: months }, (_, index) => row(`${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`, index + 1));

describe("energy in words", () => {
  it("has as many digits as mean something", () => {
    expect([0, 0.0004, 0.04, 0.12, 1.34, 9.96, 12.4, 1234.5].map(figure)).toEqual(["0", "0.0004", "0.04", "0.1", "1.3", "10.0", "12", "1235"]);
  });

  it("tells a session in one line, with water and how it is known", () => {
    expect(energyLine(REPORT)).toBe(
      "Energy of this session: 4.5 Wh (2.0 to 7.1); 1.3 g CO₂e (0.04 to 20); 17 ml of water (0.2 to 44); modelled.",
    );
    expect(energyLine(null)).toBe("");
    expect(energyLine({ label: "modelled" })).toBe("");
    expect(energyLine({ label: "modelled", watt_hours: { low: 1, mid: 1, high: 1 } })).toBe("Energy of this session: 1.0 Wh; modelled.");
  });

  it("leaves out a span that is none, and shows a label it does not know as it is", () => {
    expect(spanOf({ low: 3, mid: 3, high: 3 })).toBe("");
    expect(spanOf({ low: 1, mid: 2, high: 3 })).toBe("1.0 to 3.0");
    expect(labelOf({ label: "partly measured" })).toBe("partly measured");
    expect(labelOf({ label: "guessed" })).toBe("guessed");
  });

  it("tells each stage with what was counted", () => {
    expect(stageRows(REPORT)).toEqual([
      { name: "Hearing", joules: "2.0", span: "1.0 to 3.0", work: "0.6 CPU s" },
      { name: "Recognition", joules: "16200", span: "7000 to 25000", work: "3857 CPU s" },
      { name: "Drafting elsewhere", joules: "5.0", span: "", work: "1 token" },
    ]);
    expect(stageRows(null)).toEqual([]);
    expect(stageRows({ label: "modelled", stages: { dreaming: { low: 0, mid: 0, high: 0 } } })[0]?.name).toBe("dreaming");
  });

  it("names months of UTC, whatever the clock here says", () => {
    expect(monthName("2026-06", "en")).toBe("June 2026");
    expect(monthName("2026-01", "en", true)).toBe("Jan");
    expect(monthName("soon", "en")).toBe("soon");
  });

  it("tells a factor with its span and unit", () => {
    const factor = { name: "carbon", unit: "g per kWh", source: "Ember", low: 56, mid: 480, high: 713 };
    expect(factorLine(factor)).toBe("carbon: 480 (56 to 713) g per kWh");
    expect(factorLine({ ...factor, low: 480, high: 480 })).toBe("carbon: 480 g per kWh");
  });
});

describe("the chart of months", () => {
  it("rounds its scale up to 1, 2 or 5 of a power of ten", () => {
    expect([0, -1, NaN, 0.03, 1, 1.1, 4.9, 5, 51, 100, 101].map(roundUp)).toEqual([1, 1, 1, 0.05, 1, 2, 5, 5, 100, 100, 200]);
  });

  it("stands on its base, inside its width, with every line around its bar's end", () => {
    for (const width of [280, 640, 1000]) {
      const chart = chartOf(year(7), width);
      expect(chart.bars).toHaveLength(7);
      for (const bar of chart.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(chart.left);
        expect(bar.x + bar.width).toBeLessThanOrEqual(width);
        expect(bar.y + bar.height).toBeCloseTo(chart.base);
        expect(bar.top).toBeLessThanOrEqual(bar.y);
        expect(bar.bottom).toBeGreaterThanOrEqual(bar.y);
        expect(bar.top).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("is in proportion", () => {
    const [one, two] = chartOf([row("2026-01", 1), row("2026-02", 2)], 640).bars;
    expect((two?.height ?? 0) / (one?.height ?? 1)).toBeCloseTo(2);
  });

  it("shows the newest months, and leaves out what is no month", () => {
    const rows = [...year(20), row(null, 99)];
    const chart = chartOf(rows, 640);
    expect(chart.bars).toHaveLength(MOST_BARS);
    expect(chart.bars.at(-1)?.month).toBe("2026-08");
    expect(mostOf(rows)?.month).toBe("2026-08");
  });

  it("labels fewer bars where there is little room, always the newest", () => {
    const narrow = chartOf(year(12), 240).bars;
    expect(narrow.filter(({ labelled }) => labelled).length).toBeLessThan(12);
    expect(narrow.at(-1)?.labelled).toBe(true);
    expect(chartOf(year(12), 1000).bars.every(({ labelled }) => labelled)).toBe(true);
  });

  it("survives months of nothing and no months at all", () => {
    expect(chartOf([], 640).bars).toEqual([]);
    expect(mostOf([])).toBeUndefined();
    const [bar] = chartOf([{ ...row("2026-01", 0), watt_hours: undefined }], 640).bars;
    expect(bar?.height).toBe(0);
    expect(chartOf([row("2026-01", 0)], 0).bars.every(({ x }) => Number.isFinite(x))).toBe(true);
  });
});

describe("the marks of the axis", () => {
  it("say what they are, and not what they round to", () => {
    expect([0.025, 0.05, 2.5, 50, 500].map(markOf)).toEqual(["0.025", "0.05", "2.5", "50", "500"]);
  });
});
