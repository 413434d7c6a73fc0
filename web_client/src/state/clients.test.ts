import { describe, expect, it } from "vitest";
import type { Client } from "../api/brief";
import type { SessionView } from "../api/types";
import { byName, choiceOf, namesakes, latestFirst, unfiled } from "./clients";

const client = (id: string, name: string, reference = ""): Client => ({ id, name, reference, created_at: "2026-03-02T09:00:00Z", sessions: 0, last_at: null, archived_at: null, merged_into: null });

const session = (id: string, name: string, client_id: string | null): SessionView =>
  ({ id, client: name, client_id }) as SessionView;

describe("clients", () => {
  it("come by name as people sort them, those of one name by reference", () => {
    const given = [client("1", "Zoë"), client("2", "ada", "chart 10"), client("3", "Ada", "chart 9"), client("4", "Émile")];
    expect(byName(given, "en").map(({ id }) => id)).toEqual(["3", "2", "4", "1"]);
    expect(given[0]?.id).toBe("1");
  });

  it("are told apart by their reference", () => {
    expect(choiceOf(client("1", "Ada", "chart 9"))).toBe("Ada · chart 9");
    expect(choiceOf(client("1", "Ada"))).toBe("Ada");
  });

  it("of exactly one name are offered when that name is typed", () => {
    const given = [client("1", "Ada Example"), client("2", "Ada Examples"), client("3", "ada  example")];
    expect(namesakes(given, " ADA example ").map(({ id }) => id)).toEqual(["1", "3"]);
    expect(namesakes(given, " ")).toEqual([]);
  });

  it("may claim sessions that belong to nobody, first those of their name", () => {
    const given = [session("a", "Bo", null), session("b", "Ada", "cli_1"), session("c", " ada ", null)];
    expect(unfiled(given, "Ada").map(({ id }) => id)).toEqual(["c", "a"]);
  });
});

it("sessions of a client stand in the order in which they were held, not created", () => {
  const at = (id: string, created: string, scheduled: string | null = null, started: string | null = null): SessionView =>
    ({ id, created_at: created, scheduled_for: scheduled, started_at: started }) as SessionView;
  const told = [
    at("created today", "2026-11-29T10:00:00Z"),
    at("told today of the 2nd", "2026-11-29T12:00:00Z", "2026-11-02T09:00:00-08:00"),
    at("called on the 20th", "2026-11-01T10:00:00Z", "2026-11-20T10:00:00Z", "2026-11-20T10:04:00Z"),
  ];
  expect(latestFirst(told).map(({ id }) => id)).toEqual(["created today", "called on the 20th", "told today of the 2nd"]);
});
