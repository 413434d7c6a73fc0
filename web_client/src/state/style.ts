/** Rules of a style by kind, and what each one says in words. Pure. */

import type { RuleKind, StyleRule } from "../api/style";
import type { StyleStrings } from "../strings/style";

const ORDER: readonly RuleKind[] = ["wording", "voice", "addition", "omission", "length", "order", "heading"];

/** The rules by kind, in a fixed order; kinds without rules are left out. */
export function byKind(rules: readonly StyleRule[]): { kind: RuleKind; rules: StyleRule[] }[] {
  return ORDER.map((kind) => ({ kind, rules: rules.filter((rule) => rule.kind === kind) })).filter((group) => group.rules.length > 0);
}

/** What a rule does, in the words of a language; the server's English where that has none for it. */
export function wordsOf(rule: StyleRule, t: StyleStrings): string {
  const { before, after, section, text, first, second, topic, most, keeping, tense } = rule;
  const r = t.rule;
  switch (rule.kind) {
    case "wording":
      return after ? r.writes(after, before ?? "") : r.leavesOut(before ?? "");
    case "addition":
      return r.adds(text ?? "", section ?? "");
    case "heading":
      return r.heads(before ?? "", after ?? "");
    case "order":
      return r.order(first ?? "", second ?? "");
    case "omission":
      return r.topics[topic ?? ""] ?? rule.words;
    case "length":
      return r.length(section ?? "", most ?? 0, r.keeping[keeping ?? ""] ?? "");
    case "voice":
      return r.tenses[tense ?? ""] ?? rule.words;
  }
}

/** What stands beside the field in which a rule is written anew; "" where there is nothing to write. */
export function fieldOf(rule: StyleRule, t: StyleStrings): string {
  const f = t.form;
  switch (rule.kind) {
    case "wording":
      return f.wording(rule.before ?? "");
    case "addition":
      return f.addition(rule.section ?? "");
    case "heading":
      return f.heading(rule.before ?? "");
    case "length":
      return f.length(rule.section ?? "");
    default:
      return "";
  }
}
