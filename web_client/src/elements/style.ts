import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Problem, type Api } from "../api/client";
import type { RuleKind, StyleChange, StyleRule, StyleView } from "../api/style";
import { byKind, wordsOf } from "../state/style";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words as t } from "../strings/style";
import { pageStyles } from "./page.styles";
import { styleStyles } from "./style.styles";
import "./confirm";
import "./icon";
import "./style-form";

/** The clinician's style: rules by kind, each on or off, written anew or deleted; learning; export. Fires `signed-out`. */
@customElement("attune-style")
export class AttuneStyle extends LitElement {
  static override styles = [shared, buttons, fields, pageStyles, styleStyles];

  @property({ attribute: false }) api!: Api;
  @state() private known: StyleView | null = null;
  @state() private trouble = "";
  @state() private editing: StyleRule | null = null;
  @state() private deleting: StyleRule | "all" | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.taken(this.api.style());
  }

  override render(): TemplateResult {
    return html`<main class="page" lang=${t.locale} data-testid="style-page" aria-busy=${this.known || this.trouble ? "false" : "true"}>
      <a class="back" href="#/"><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
      <div>
        <h1>${t.title}</h1>
        <p class="muted">${t.intro}</p>
      </div>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing} ${this.known ? this.content(this.known) : nothing}
      <p class="promise small muted"><attune-icon name="ShieldCheck"></attune-icon><span>${t.promise}</span></p>
      <attune-style-form
        .rule=${this.editing}
        .save=${async (rule: StyleRule, text: string) => (this.known = await this.api.changeStyle({ rules: [{ id: rule.id, text }] }))}
        @closed=${() => (this.editing = null)}
      ></attune-style-form>
      ${this.confirmation()}
    </main>`;
  }

  private content(known: StyleView): TemplateResult {
    const counted = `${t.learnedFrom(known.sessions)} ${known.emerging ? t.emerging(known.emerging) : ""}`;
    return html`<label class="card switch">
        <input type="checkbox" data-testid="style-learning" .checked=${known.learning} @change=${this.switched} />
        <span>
          <strong>${t.learning}</strong>
          <p class="small muted">${t.learningHint}</p>
          <p class="small muted" data-testid="style-counted">${counted}</p>
        </span>
      </label>
      ${known.rules.length ? byKind(known.rules).map(({ kind, rules }) => this.group(kind, rules)) : this.none()}
      ${
        known.rules.length || known.emerging || known.sessions
          ? html`<div class="all">
              <a class="button" href="/v1/style/export" download="attune-style.json" data-testid="style-export">
                <attune-icon name="Download"></attune-icon>${t.exportAll}
              </a>
              <button class="button quiet" type="button" data-testid="style-delete" @click=${() => (this.deleting = "all")}>
                <attune-icon name="Trash2"></attune-icon>${t.deleteAll}
              </button>
            </div>`
          : nothing
      }`;
  }

  private none(): TemplateResult {
    return html`<section class="card none" data-testid="style-none">
      <h2>${t.noneTitle}</h2>
      <p class="muted">${t.none}</p>
    </section>`;
  }

  private group(kind: RuleKind, rules: readonly StyleRule[]): TemplateResult {
    return html`<section class="group" data-kind=${kind}>
      <div>
        <h2>${t.groups[kind]}</h2>
        ${kind === "addition" ? html`<p class="small muted">${t.additionHint}</p>` : nothing}
      </div>
      <ul class="card rules">
        ${repeat(
          rules,
          ({ id }) => id,
          (rule) => this.row(rule),
        )}
      </ul>
    </section>`;
  }

  private row(rule: StyleRule): TemplateResult {
    const said = wordsOf(rule, t);
    return html`<li data-testid="style-rule" data-standing=${rule.standing}>
      <div>
        <p class="said">${said}</p>
        <p class="facts small muted">
          <span>${t.counts(rule.seen, rule.contrary)}</span>
          ${rule.edited ? html`<span class="chip">${t.edited}</span>` : nothing}
          ${rule.standing === "off" ? html`<span class="chip">${t.off}</span>` : nothing}
          ${rule.standing === "fading" ? html`<span class="chip" title=${t.fadingHint}>${t.fading}</span>` : nothing}
        </p>
      </div>
      <div class="acts">
        <label class="use small">
          <input
            type="checkbox"
            data-testid="rule-use"
            aria-label=${t.useRule(said)}
            .checked=${rule.enabled}
            @change=${(event: Event) => this.change({ rules: [{ id: rule.id, enabled: (event.target as HTMLInputElement).checked }] })}
          /><span aria-hidden="true">${t.use}</span>
        </label>
        ${
          rule.writable === null
            ? nothing
            : html`<button class="button quiet compact" type="button" data-testid="rule-edit" aria-label=${t.editRule(said)} @click=${() => (this.editing = rule)}>
                ${t.edit}
              </button>`
        }
        <button class="button quiet compact" type="button" data-testid="rule-delete" aria-label=${t.removeRule(said)} @click=${() => (this.deleting = rule)}>
          <attune-icon name="Trash2"></attune-icon>
        </button>
      </div>
    </li>`;
  }

  private confirmation(): TemplateResult {
    const all = this.deleting === "all";
    return html`<attune-confirm
      lang=${t.locale}
      danger
      .open=${this.deleting !== null}
      .heading=${all ? t.deleteTitle : t.deleteOneTitle}
      .text=${all ? t.deleteText : t.deleteOneText}
      .action=${all ? t.deleteAll : t.remove}
      @closed=${() => (this.deleting = null)}
      @confirm=${this.removed}
    ></attune-confirm>`;
  }

  private switched(event: Event): void {
    this.change({ learning: (event.target as HTMLInputElement).checked });
  }

  private change(change: StyleChange): void {
    void this.taken(this.api.changeStyle(change));
  }

  private removed(): void {
    const { deleting } = this;
    this.deleting = null;
    if (deleting !== null) void this.taken(deleting === "all" ? this.api.deleteStyle() : this.api.deleteRule(deleting.id));
  }

  /** Shows the style an answer holds; after a failure what was known, and why. */
  private async taken(answer: Promise<StyleView>): Promise<void> {
    try {
      this.known = await answer;
      this.trouble = "";
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = (error instanceof Problem && error.detail) || strings.common.unreachable;
      if (this.known) this.known = { ...this.known };
    }
  }
}
