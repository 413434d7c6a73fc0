import { html, nothing, type TemplateResult } from "lit";
import type { Template } from "../api/templates";
import { choiceId } from "../state/form-choice";
import { words } from "../strings/templates";

/** The options of a list of formats: the practice's own, where there are any, and the built-in ones. */
export function formOptions(own: readonly Template[], chosen: string, formats: Record<string, string>): TemplateResult {
  const option = (id: string, name: string): TemplateResult => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`;
  const builtIn = Object.entries(formats).map(([id, name]) => option(id, name));
  if (own.length === 0) return html`${builtIn}`;
  const gone = chosen.startsWith("template:") && !own.some(({ id }) => choiceId("", id) === chosen);
  return html`<optgroup label=${words.own}>${own.map(({ id, name }) => option(choiceId("", id), name))}</optgroup>
    <optgroup label=${words.builtIn}>${builtIn}</optgroup>
    ${gone ? option(chosen, "–") : nothing}`;
}
