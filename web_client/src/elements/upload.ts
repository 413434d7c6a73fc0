import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Problem, type Api } from "../api/client";
import type { Attestation, SessionView } from "../api/types";
import { clock } from "../format/time";
import { followTranscript } from "../net/events";
import { EMPTY_TRANSCRIPT, reduceTranscript, type Transcript, type TranscriptAction } from "../state/transcript";
import { CHOOSING, channelsOf, share, uploaded, type Channels, type Upload, type UploadAction } from "../state/upload";
import { buttons, fields, shared } from "../styles/shared";
import { words } from "../strings/ways";
import { waysStyles } from "./ways.styles";
import "./confirm";
import "./icon";
import "./transcript";

const t = words.upload;

/** A recording chosen, confirmed, and heard while it is uploaded. Fires `changed` when its session has. */
@customElement("attune-upload")
export class AttuneUpload extends LitElement {
  static override styles = [shared, buttons, fields, waysStyles];

  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) session!: SessionView;
  @state() private upload: Upload = CHOOSING;
  @state() private file: File | null = null;
  @state() private channels: Channels = "mixed";
  @state() private left = "";
  @state() private confirmed = false;
  @state() private cancelling = false;
  @state() private over = false;
  @state() private trouble = "";
  /** It is heard already, sent from another page. */
  @state() private elsewhere = false;
  @state() private attestation: Attestation | null = null;
  @state() private transcript: Transcript = EMPTY_TRANSCRIPT;
  private unfollow: (() => void) | null = null;
  private readonly sending = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.api.wordings().then(({ recording }) => (this.attestation = recording), () => undefined);
    globalThis.addEventListener("beforeunload", this.warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener("beforeunload", this.warn);
    this.unfollow?.();
    this.sending.abort();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("session")) return;
    const heard = this.session.state === "live";
    if (heard && this.upload.phase === "choosing") {
      this.elsewhere = true;
      this.tell({ type: "begun" });
      this.follow();
    } else if (!heard && this.elsewhere) {
      this.elsewhere = false;
      this.unfollow?.();
      this.upload = CHOOSING;
    }
  }

  override render(): TemplateResult {
    switch (this.upload.phase) {
      case "choosing":
        return this.choosing();
      case "failed":
        return this.failed(this.upload);
      default:
        return this.hearing(this.upload);
    }
  }

  private choosing(): TemplateResult {
    return html`<div class="stack" data-testid="upload" data-phase="choosing">
      <section class="card">
        <div class="lead"><h2>${t.title}</h2><p class="muted">${t.text}</p></div>
        ${this.file ? this.chosen(this.file) : this.chooser()}
      </section>
      ${this.file ? html`${this.whose()} ${this.consent()}` : nothing}
    </div>`;
  }

  private chooser(): TemplateResult {
    return html`<label
      class="drop ${this.over ? "over" : ""}"
      @dragover=${this.hover}
      @dragleave=${() => (this.over = false)}
      @drop=${this.dropped}
    >
      <attune-icon name="Upload"></attune-icon>
      <strong>${t.drop}</strong><span class="muted small">${t.dropOr}</span>
      <span class="muted small">${t.kinds}</span>
      <input type="file" accept="audio/*,video/*,.flac,.ogg,.opus,.m4a,.mka,.caf" aria-label=${t.drop} data-testid="upload-file" @change=${this.picked} />
    </label>`;
  }

  private chosen(file: File): TemplateResult {
    return html`<div class="file">
      <span><strong data-testid="upload-name">${file.name}</strong> <span class="muted small">${t.size(file.size)}</span></span>
      <button class="button compact" type="button" @click=${() => this.take(null)}>${t.another}</button>
    </div>`;
  }

  /** One track, or one speaker a channel: then who is left. */
  private whose(): TemplateResult {
    const people = this.session.participants.filter(({ revoked }) => !revoked);
    const [left = "", right = ""] = channelsOf(this.left || (people[0]?.id ?? ""), people.map(({ id }) => id));
    const named = (id: string): string => people.find((one) => one.id === id)?.name ?? "";
    return html`<section class="card">
      <div class="field">
        <span id="channels">${t.channels}</span>
        <div><div class="segmented" role="group" aria-labelledby="channels">${this.channel("mixed", t.mixed)} ${this.channel("split", t.split)}</div></div>
      </div>
      ${this.channels === "split"
        ? html`<div class="speakers">
            <label class="field"><span>${t.left}</span>
              <select data-testid="upload-left" .value=${left} @change=${(event: Event) => (this.left = (event.target as HTMLSelectElement).value)}>
                ${people.map(({ id, name }) => html`<option value=${id} ?selected=${id === left}>${name}</option>`)}
              </select>
            </label>
            <div class="field"><span>${t.right}</span><input readonly aria-label=${t.right} data-testid="upload-right" .value=${named(right)} /></div>
            <button class="button" type="button" data-testid="upload-swap" @click=${() => (this.left = right)}>${t.swap}</button>
          </div>`
        : nothing}
    </section>`;
  }

  private channel(kind: Channels, label: string): TemplateResult {
    const on = this.channels === kind ? "true" : "false";
    return html`<button type="button" aria-pressed=${on} data-testid="channels-${kind}" @click=${() => (this.channels = kind)}>${label}</button>`;
  }

  private consent(): TemplateResult {
    const { attestation } = this;
    return html`<section class="card" lang="en">
      <h2>${attestation?.title ?? ""}</h2>
      <div class="attest">${attestation?.paragraphs.map((text) => html`<p>${text}</p>`)}</div>
      <label class="tick ${this.confirmed ? "done" : ""}" lang=${words.locale}>
        <input type="checkbox" data-testid="upload-confirm" aria-invalid=${this.trouble && !this.confirmed ? "true" : "false"} .checked=${this.confirmed} @change=${(event: Event) => (this.confirmed = (event.target as HTMLInputElement).checked)} />
        <span>${t.confirm}</span>
      </label>
      ${this.trouble ? html`<p class="error" role="alert">${this.trouble}</p>` : nothing}
      <div class="actions" lang=${words.locale}>
        <button class="button primary" type="button" data-testid="upload-start" @click=${this.start}><attune-icon name="Upload"></attune-icon>${t.start}</button>
      </div>
    </section>`;
  }

  private hearing(upload: Upload): TemplateResult {
    const drafting = upload.phase === "drafting";
    const done = share(upload);
    const told = upload.phase === "hearing" ? t.heard(clock(upload.heard), upload.total ? clock(upload.total) : null, upload.estimated) : "";
    return html`<div class="stack" data-testid="upload" data-phase=${upload.phase}>
      <section class="card">
        <div class="lead"><h2 role="status">${drafting ? t.drafting : t.hearing}</h2><p class="muted small">${this.elsewhere ? t.elsewhere : t.stay}</p></div>
        <progress max="1" .value=${done ?? 0} aria-label=${t.hearing} aria-valuetext=${told || t.drafting} data-testid="upload-progress"></progress>
        <div class="row between wrap">
          <span class="muted small" data-testid="upload-heard">${told}</span>
          ${drafting ? nothing : html`<button class="button compact" type="button" data-testid="upload-cancel" @click=${() => (this.cancelling = true)}>${t.cancel}</button>`}
        </div>
      </section>
      <section class="card words" aria-label=${t.words}><attune-transcript .transcript=${this.transcript} live></attune-transcript></section>
      <attune-confirm
        .open=${this.cancelling}
        .heading=${t.cancelTitle}
        .text=${t.cancelText}
        .keep=${t.cancelNo}
        .action=${t.cancel}
        danger
        @confirm=${this.cancel}
        @closed=${() => (this.cancelling = false)}
      ></attune-confirm>
    </div>`;
  }

  private failed(upload: Extract<Upload, { phase: "failed" }>): TemplateResult {
    return html`<section class="card" data-testid="upload" data-phase="failed">
      <div class="lead"><h2>${t.failed}</h2><p role="alert" data-testid="upload-trouble">${upload.detail}</p></div>
      <div class="actions">
        ${upload.reusable
          ? html`<button class="button primary" type="button" data-testid="upload-another" @click=${this.another}>${t.another}</button>`
          : html`<a class="button primary" href="#/" data-testid="upload-again">${t.again}</a>`}
      </div>
    </section>`;
  }

  private readonly hover = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files[0] ?? null);
  };

  private picked(event: Event): void {
    this.take((event.target as HTMLInputElement).files?.[0] ?? null);
  }

  /** What was confirmed was confirmed of one recording: of another it is asked again. */
  private take(file: File | null): void {
    this.file = file;
    this.confirmed = false;
    this.trouble = "";
  }

  private another(): void {
    this.take(null);
    this.tell({ type: "chosen" });
  }

  private readonly start = async (): Promise<void> => {
    const { file, attestation } = this;
    if (!file || !attestation) return;
    this.trouble = this.confirmed ? "" : t.unconfirmed;
    if (this.trouble) return this.renderRoot.querySelector<HTMLInputElement>("[data-testid=upload-confirm]")?.focus();
    this.tell({ type: "begun" });
    globalThis.scrollTo(0, 0);
    this.follow();
    try {
      const channels = this.channels === "split" ? this.speakers() : [];
      await this.api.upload(this.session.id, attestation.version, file, channels, this.sending.signal);
    } catch (error) {
      if (this.sending.signal.aborted) return;
      await this.refused(error);
    } finally {
      this.unfollow?.();
      this.unfollow = null;
    }
    this.dispatchEvent(new CustomEvent("changed"));
  };

  private speakers(): string[] {
    const people = this.session.participants.filter(({ revoked }) => !revoked).map(({ id }) => id);
    return channelsOf(this.left || (people[0] ?? ""), people);
  }

  /** A session in which words had been heard is over; otherwise it takes another file. */
  private async refused(error: unknown): Promise<void> {
    const detail = error instanceof Problem && error.status !== 0 ? error.detail : t.unreachable;
    const now = await this.api.session(this.session.id).catch(() => null);
    this.tell({ type: "refused", detail, reusable: now?.state === "scheduled" });
  }

  private follow(): void {
    const onAction = (action: TranscriptAction): void => void (this.transcript = reduceTranscript(this.transcript, action));
    this.unfollow = followTranscript(this.session.id, {
      onAction,
      onStatus: () => undefined,
      onConnection: () => undefined,
      onRecording: (progress) => this.tell({ type: "progress", progress }),
    });
  }

  private async cancel(): Promise<void> {
    this.cancelling = false;
    await this.api.cancelUpload(this.session.id).catch(() => undefined);
  }

  private tell(action: UploadAction): void {
    this.upload = uploaded(this.upload, action);
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.upload.phase === "hearing" && !this.elsewhere) event.preventDefault();
  };
}
