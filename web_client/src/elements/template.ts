import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { live } from "lit/directives/live.js";
import { Problem, type Api } from "../api/client";
import type { Content, Template, TemplateBody, TemplateSection } from "../api/templates";
import { Store } from "../state/store";
import {
  MOST,
  bodyOf,
  draftOf,
  isUnsaved,
  problemsOf,
  reduceTemplate,
  type DraftSection,
  type TemplateAction,
  type TemplateDraft,
  type TemplateProblem,
} from "../state/template-draft";
import { buttons, fields, shared } from "../styles/shared";
import { strings } from "../strings";
import { words } from "../strings/templates";
import { Follows } from "./controllers";
import { pageStyles } from "./page.styles";
import { templatesStyles } from "./templates.styles";
import "./confirm";
import "./icon";
import "./message-page";
import "./template-outline";
import "./template-section";
import type { AttuneTemplateSection } from "./template-section";

const t = words.editor;

/** One note format of the practice's own, to be changed; or a new one. Fires `signed-out`. */
@customElement("attune-template")
export class AttuneTemplate extends LitElement {
  static override styles = [shared, buttons, fields, pageStyles, templatesStyles];

  @property({ attribute: false }) api!: Api;
  /** The template's id; empty for a new one. */
  @property() template = "";
  /** The built-in format a new one begins with. */
  @property() from = "";
  @state() private store: Store<TemplateDraft, TemplateAction> | null = null;
  @state() private kept: Template | null = null;
  @state() private trouble: "missing" | "unreachable" | "" = "";
  @state() private refusal = "";
  @state() private says = "";
  @state() private tried = false;
  @state() private busy = false;
  @state() private asking: "delete" | "leave" | "" = "";
  private readonly follows = new Follows(this);
  private readonly ending = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.ending;
    globalThis.addEventListener("beforeunload", (event) => this.unsaved() && event.preventDefault(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ending.abort();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("template") || changed.has("from")) void this.load();
    this.follows.of(this.store);
  }

  override render(): TemplateResult {
    if (this.trouble) {
      const text = this.trouble === "missing" ? t.missing : strings.common.unreachable;
      return html`<attune-message icon="CircleAlert" .heading=${strings.common.failed} .text=${text} testid="template-trouble"><a href="#/templates">${t.back}</a></attune-message>`;
    }
    if (!this.store) return html`<attune-message icon="Hourglass" .heading=${strings.common.loading}></attune-message>`;
    const draft = this.store.state;
    return html`<main class="page editor" lang=${words.locale} data-testid="template-page" data-version=${draft.version}>
        <a class="back" href="#/templates" data-testid="template-back" @click=${this.leave}><attune-icon name="ArrowLeft"></attune-icon>${t.back}</a>
        <h1>${draft.id ? draft.name || t.fresh : t.fresh}</h1>
        <div class="two">
          <div class="sections">
            <label class="field">
              <span>${t.name}</span>
              <input maxlength=${MOST.name} .value=${live(draft.name)} data-testid="template-name" @input=${(event: Event) => this.step({ type: "name", name: (event.target as HTMLInputElement).value })} />
              <small>${t.nameHint}</small>
            </label>
            <p class="small muted">${t.keys}</p>
            ${repeat(
              draft.sections,
              ({ key }) => key,
              (section, index) => this.section(section, index, draft),
            )}
            ${draft.sections.length < MOST.sections
              ? html`<button class="button" type="button" data-testid="section-add" @click=${this.add}><attune-icon name="Plus"></attune-icon>${t.add}</button>`
              : nothing}
          </div>
          <aside><attune-template-outline .sections=${draft.sections}></attune-template-outline></aside>
        </div>
      </main>
      ${this.bar(draft)} ${this.questions(draft)}`;
  }

  private section(section: DraftSection, index: number, draft: TemplateDraft): TemplateResult {
    const { key } = section;
    return html`<attune-template-section
      data-key=${key}
      .section=${section}
      .number=${index + 1}
      .first=${index === 0}
      .last=${index === draft.sections.length - 1}
      .advice=${this.advice(section)}
      @change=${(event: CustomEvent<Partial<TemplateSection>>) => this.step({ type: "change", key, change: event.detail })}
      @toggle=${(event: CustomEvent<Content>) => this.step({ type: "toggle", key, content: event.detail })}
      @move=${(event: CustomEvent<-1 | 1>) => void this.move(key, event.detail)}
      @remove=${() => this.step({ type: "remove", key })}
    ></attune-template-section>`;
  }

  /** What the server said of the instruction, as long as it is the one that was kept. */
  private advice(section: DraftSection): "unfollowed" | "setAside" | "" {
    const { kept } = this;
    const number = (kept?.sections ?? []).findIndex(({ instruction, title }) => instruction === section.instruction && title === section.title.trim()) + 1;
    if (!kept || number === 0) return "";
    return kept.set_aside.includes(number) ? "setAside" : kept.unfollowed.includes(number) ? "unfollowed" : "";
  }

  private bar(draft: TemplateDraft): TemplateResult {
    const [problem] = this.tried ? problemsOf(draft) : [];
    const trouble = this.refusal || (problem ? said(problem) : "");
    const state = this.says || (isUnsaved(draft) ? t.unsaved : "");
    return html`<div class="bar" lang=${words.locale}>
      <div>
        <span class="says small">
          ${trouble ? html`<span class="error" role="alert">${trouble}</span>` : html`<span class="muted" role="status" data-testid="template-says">${state}</span>`}
        </span>
        ${draft.id ? html`<button class="button quiet" type="button" data-testid="template-delete" @click=${() => (this.asking = "delete")}>${t.delete}</button>` : nothing}
        <button class="button" type="button" data-testid="template-undo" ?disabled=${draft.past.length === 0} @click=${() => this.step({ type: "undo" }, t.undone)}>
          <attune-icon name="Undo2"></attune-icon>${t.undo}
        </button>
        <button class="button primary" type="button" data-testid="template-save" ?disabled=${this.busy} @click=${this.save}>${t.save}</button>
      </div>
    </div>`;
  }

  private questions(draft: TemplateDraft): TemplateResult {
    return html`<attune-confirm
        lang=${words.locale}
        danger
        .open=${this.asking === "delete"}
        .heading=${t.deleteTitle(draft.name)}
        .text=${t.deleteText}
        .action=${t.deleteYes}
        .keep=${words.cancel}
        @confirm=${this.erase}
        @closed=${() => (this.asking = "")}
      ></attune-confirm>
      <attune-confirm
        lang=${words.locale}
        .open=${this.asking === "leave"}
        .heading=${t.discard}
        .text=${t.discardText}
        .action=${t.discardYes}
        .keep=${t.discardNo}
        @confirm=${() => (globalThis.location.hash = "#/templates")}
        @closed=${() => (this.asking = "")}
      ></attune-confirm>`;
  }

  private step(action: TemplateAction, says = ""): void {
    this.says = says;
    this.refusal = "";
    this.store?.dispatch(action);
  }

  /** Moves a section, says where it is now, and keeps the cursor with it. */
  private async move(key: number, by: -1 | 1): Promise<void> {
    const inHeading = this.shadowRoot?.activeElement?.getAttribute("data-key") === String(key);
    this.step({ type: "move", key, by });
    const sections = this.store?.state.sections ?? [];
    const at = sections.findIndex((section) => section.key === key);
    this.says = t.moved(sections[at]?.title ?? "", at + 1, sections.length);
    await this.updateComplete;
    const moved = this.shadowRoot?.querySelector<AttuneTemplateSection>(`[data-key="${key}"]`);
    moved?.scrollIntoView({ block: "nearest" });
    if (inHeading && !moved?.shadowRoot?.activeElement) moved?.focus();
  }

  private async add(): Promise<void> {
    const key = this.store?.state.next;
    this.step({ type: "add", title: t.newTitle });
    await this.updateComplete;
    const added = this.shadowRoot?.querySelector<AttuneTemplateSection>(`[data-key="${key}"]`);
    await added?.updateComplete;
    added?.focus();
  }

  /** Puts the cursor where something is missing, if that is one place. */
  private toProblem(problem: TemplateProblem): void {
    if (problem.kind === "nameless") this.shadowRoot?.querySelector<HTMLInputElement>("[data-testid=template-name]")?.focus();
    else if ("section" in problem) this.shadowRoot?.querySelectorAll<AttuneTemplateSection>("attune-template-section")[problem.section - 1]?.focus();
  }

  private async save(): Promise<void> {
    if (!this.store) return;
    const draft = this.store.state;
    this.tried = true;
    const [problem] = problemsOf(draft);
    if (problem) return this.toProblem(problem);
    this.busy = true;
    try {
      const body = bodyOf(draft);
      const saved = draft.id ? await this.api.saveTemplate(draft.id, draft.version, body) : await this.api.createTemplate(body);
      this.kept = saved;
      this.step({ type: "kept", template: saved }, t.saved(saved.version));
      if (!draft.id) globalThis.history.replaceState(null, "", `#/templates/${saved.id}`);
    } catch (error) {
      this.refused(error);
    } finally {
      this.busy = false;
    }
  }

  private refused(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
    this.refusal = error.status === 409 ? t.stale : error.status === 0 ? strings.common.unreachable : error.detail || strings.common.failed;
  }

  private async erase(): Promise<void> {
    this.asking = "";
    if (!this.store) return;
    try {
      await this.api.deleteTemplate(this.store.state.id);
      this.store = null;
      globalThis.location.hash = "#/templates";
    } catch (error) {
      this.refused(error);
    }
  }

  private unsaved(): boolean {
    return this.store !== null && isUnsaved(this.store.state) && this.store.state.past.length > 0;
  }

  private leave(event: Event): void {
    if (!this.unsaved()) return;
    event.preventDefault();
    this.asking = "leave";
  }

  private async load(): Promise<void> {
    this.trouble = "";
    try {
      this.kept = this.template ? await this.api.template(this.template) : null;
      const body: TemplateBody = this.kept ?? { name: "", sections: await this.beginning() };
      this.store = new Store(reduceTemplate, draftOf(body, this.kept));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 401) this.dispatchEvent(new CustomEvent("signed-out"));
      this.trouble = error.status === 404 ? "missing" : "unreachable";
    }
  }

  private async beginning(): Promise<TemplateSection[]> {
    const found = (await this.api.formats()).find(({ format }) => format === this.from);
    return found?.sections ?? [{ title: t.newTitle, contents: ["reported"], instruction: "", text: "", each_client: false }];
  }
}

function said(problem: TemplateProblem): string {
  const told = t.problems;
  switch (problem.kind) {
    case "nameless":
    case "undrafted":
      return told[problem.kind];
    case "twice":
      return told.twice(problem.section, problem.other);
    case "tooLong":
      return told.tooLong(problem.most);
    default:
      return told[problem.kind](problem.section);
  }
}
