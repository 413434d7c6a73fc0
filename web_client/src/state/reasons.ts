/** Why transcription is as it is, in words with names where there are any. Pure. */

import { names, strings } from "../strings";
import { awaited, decisionOf, onStage, ownView, type CallState } from "./call";

export function reasonOf(state: CallState): string {
  const code = state.room?.transcription_reason;
  if (!code) return "";
  if (code === "awaiting_consent") return waitingText(state);
  if (code === "declined") return declinedText(state);
  if (code === "off_record") return offRecordText(state);
  return strings.ear.reasons[code] ?? "";
}

function waitingText(state: CallState): string {
  const own = ownView(state);
  const pending = awaited(state).filter(({ consent }) => !consent?.["notes"]);
  const people = pending.map(({ name }) => name);
  if (own && own.role !== "clinician" && decisionOf(own) === null) people.push(strings.common.you.toLowerCase());
  return people.length > 0 ? strings.consent.waiting(names(people)) : (strings.ear.reasons["awaiting_consent"] ?? "");
}

function declinedText(state: CallState): string {
  const own = ownView(state);
  const everybody = own ? [...onStage(state), own] : onStage(state);
  const decliners = everybody.filter((person) => ["decline", "withdraw"].includes(decisionOf(person) ?? ""));
  const people = decliners.map(({ id, name }) => (id === own?.id ? strings.common.you : name));
  return people.length > 0 ? strings.ear.declinedBy(names(people)) : (strings.ear.reasons["declined"] ?? "");
}

function offRecordText(state: CallState): string {
  const people = (state.room?.participants ?? [])
    .filter((person) => person.presence === "present" && person.off_record)
    .map(({ id, name }) => (id === state.self?.id ? strings.common.you : name));
  return people.length > 0 ? strings.ear.byOffRecord(names(people)) : (strings.ear.reasons["off_record"] ?? "");
}
