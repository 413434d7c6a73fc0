/** The clinician's REST calls. Every failure is a `Problem` (RFC 9457). */

import type { StyleChange, StyleView } from "./style";
import type {
  Attestation,
  EnergyReport,
  EnergySummary,
  HeldTimes,
  Hold,
  JoinLink,
  Languages,
  LiveDraftView,
  Me,
  NewAddition,
  NewSession,
  Note,
  Redraft,
  NoteVerification,
  NoteView,
  Preferences,
  Receipt,
  SessionView,
  SpeakerCorrection,
  TranscriptBody,
} from "./types";
import type { BriefView, Client, ClientDetail, ClientName } from "./brief";
import type { BuiltInFormat, ClientPreferences, Merge, Overrides, Template, TemplateBody } from "./templates";
import type { LedgerEntry, MaskedTranscript, MaskingChange, Processors } from "./processing";

/** An answer other than success; `code` is stable, `detail` says what the reader can do. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(code);
    this.name = "Problem";
  }
}

/** What a signed note can leave as. */
export type ExportForm = "pdf" | "text" | "fhir";

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; title?: string };
  return new Problem(response.status, body.code ?? `http-${response.status}`, body.detail ?? body.title ?? "");
}

/** Signing answers with the locked note and the receipt of the transcript's destruction. */
export interface SigningResult {
  note: NoteView;
  receipt: Receipt | null;
}

export interface SigningRequest {
  version: number;
  name: string;
  credential: string;
  attestations: string[];
}

export class Api {
  constructor(private readonly fetch: Fetch = (input, init) => globalThis.fetch(input, init)) {}

  login(token: string): Promise<void> {
    return this.send("POST", "/v1/login", { token });
  }

  logout(): Promise<void> {
    return this.send("POST", "/v1/logout");
  }

  me(): Promise<Me> {
    return this.send("GET", "/v1/me");
  }

  preferences(): Promise<Preferences> {
    return this.send("GET", "/v1/preferences");
  }

  savePreferences(preferences: Preferences): Promise<Preferences> {
    return this.send("PUT", "/v1/preferences", preferences);
  }

  style(): Promise<StyleView> {
    return this.send("GET", "/v1/style");
  }

  changeStyle(change: StyleChange): Promise<StyleView> {
    return this.send("PUT", "/v1/style", change);
  }

  deleteStyle(): Promise<StyleView> {
    return this.send("DELETE", "/v1/style");
  }

  deleteRule(rule: string): Promise<StyleView> {
    return this.send("DELETE", `/v1/style/rules/${enc(rule)}`);
  }

  /** The latest sessions, or those with one client. */
  async sessions(client = ""): Promise<SessionView[]> {
    const query = client ? `?client=${enc(client)}` : "";
    return listOf<SessionView>(await this.send("GET", `/v1/sessions${query}`), "sessions");
  }

  /** All clients, or all that were put away, however many pages they fill. */
  async clients(archived = false): Promise<Client[]> {
    const found: Client[] = [];
    let next: string | null = "";
    while (next !== null) {
      const query = `limit=500${next ? `&cursor=${enc(next)}` : ""}${archived ? "&archived=true" : ""}`;
      const page: { clients: Client[]; next: string | null } = await this.send("GET", `/v1/clients?${query}`);
      found.push(...page.clients);
      next = page.next;
    }
    return found;
  }

  client(id: string): Promise<ClientDetail> {
    return this.send("GET", `/v1/clients/${enc(id)}`);
  }

  createClient(name: ClientName): Promise<Client> {
    return this.send("POST", "/v1/clients", name);
  }

  renameClient(id: string, name: ClientName): Promise<Client> {
    return this.send("PUT", `/v1/clients/${enc(id)}`, name);
  }

  archiveClient(id: string): Promise<Client> {
    return this.send("PUT", `/v1/clients/${enc(id)}/archive`);
  }

  takeClientBack(id: string): Promise<Client> {
    return this.send("DELETE", `/v1/clients/${enc(id)}/archive`);
  }

  deleteClient(id: string): Promise<void> {
    return this.send("DELETE", `/v1/clients/${enc(id)}`);
  }

  /** Makes `other` this client: their sessions become this one's. */
  mergeClient(id: string, other: string): Promise<Merge> {
    return this.send("POST", `/v1/clients/${enc(id)}/merges`, { other });
  }

  async merges(id: string): Promise<Merge[]> {
    return listOf<Merge>(await this.send("GET", `/v1/clients/${enc(id)}/merges`), "merges");
  }

  undoMerge(id: string, merge: string): Promise<Merge> {
    return this.send("DELETE", `/v1/clients/${enc(id)}/merges/${enc(merge)}`);
  }

  clientPreferences(id: string): Promise<ClientPreferences> {
    return this.send("GET", `/v1/clients/${enc(id)}/preferences`);
  }

  /** Only what differs; what is null or left out is as in the clinician's own. */
  saveClientPreferences(id: string, own: Partial<Overrides>): Promise<ClientPreferences> {
    return this.send("PUT", `/v1/clients/${enc(id)}/preferences`, own);
  }

  /** What in the clinician's own instructions is not followed. */
  async conflicts(): Promise<string[]> {
    return listOf<string>(await this.send("GET", "/v1/preferences/conflicts"), "conflicts");
  }

  async formats(): Promise<BuiltInFormat[]> {
    return listOf<BuiltInFormat>(await this.send("GET", "/v1/formats"), "formats");
  }

  async templates(): Promise<Template[]> {
    return listOf<Template>(await this.send("GET", "/v1/templates"), "templates");
  }

  template(id: string): Promise<Template> {
    return this.send("GET", `/v1/templates/${enc(id)}`);
  }

  createTemplate(template: TemplateBody): Promise<Template> {
    return this.send("POST", "/v1/templates", template);
  }

  /** On top of the version that was read. */
  saveTemplate(id: string, version: number, template: TemplateBody): Promise<Template> {
    return this.send("PUT", `/v1/templates/${enc(id)}`, { ...template, version });
  }

  deleteTemplate(id: string): Promise<void> {
    return this.send("DELETE", `/v1/templates/${enc(id)}`);
  }

  /** Says whose a session is. */
  fileSession(session: string, client: string): Promise<SessionView> {
    return this.send("PUT", `/v1/sessions/${enc(session)}/client`, { client });
  }

  brief(client: string): Promise<BriefView> {
    return this.send("GET", `/v1/clients/${enc(client)}/brief`);
  }

  session(id: string): Promise<SessionView> {
    return this.send("GET", `/v1/sessions/${enc(id)}`);
  }

  createSession(session: NewSession): Promise<SessionView> {
    return this.send("POST", "/v1/sessions", session);
  }

  /** Says anew when a session was held that was told of afterwards. */
  changeTimes(session: string, change: HeldTimes): Promise<SessionView> {
    return this.send("PATCH", `/v1/sessions/${enc(session)}`, change);
  }

  endSession(id: string): Promise<void> {
    return this.send("POST", `/v1/sessions/${enc(id)}/end`);
  }

  languages(): Promise<Languages> {
    return this.send("GET", "/v1/languages");
  }

  setLanguage(session: string, participant: string, language: string): Promise<SessionView> {
    return this.send("PUT", `/v1/sessions/${enc(session)}/participants/${enc(participant)}`, { language });
  }

  mintLink(session: string, participant: string): Promise<JoinLink> {
    return this.send("POST", `/v1/sessions/${enc(session)}/tokens`, { participant });
  }

  revokeLink(session: string, participant: string): Promise<void> {
    return this.send("DELETE", `/v1/sessions/${enc(session)}/tokens/${enc(participant)}`);
  }

  transcript(session: string): Promise<TranscriptBody> {
    return this.send("GET", `/v1/sessions/${enc(session)}/transcript`);
  }

  strike(session: string, segments: readonly string[]): Promise<void> {
    return this.send("POST", `/v1/sessions/${enc(session)}/transcript/strike`, { segments });
  }

  destroyTranscript(session: string): Promise<void> {
    return this.send("DELETE", `/v1/sessions/${enc(session)}/transcript`);
  }

  masked(session: string): Promise<MaskedTranscript> {
    return this.send("GET", `/v1/sessions/${enc(session)}/masked`);
  }

  /** `seen`: the edition this was decided on; in another one it is refused. */
  chooseMasking(session: string, change: MaskingChange, seen: string): Promise<MaskedTranscript> {
    return this.send("POST", `/v1/sessions/${enc(session)}/masked/choices`, { ...change, seen });
  }

  async ledger(session: string): Promise<LedgerEntry[]> {
    return listOf<LedgerEntry>(await this.send("GET", `/v1/sessions/${enc(session)}/ledger`), "entries");
  }

  processors(): Promise<Processors> {
    return this.send("GET", "/v1/processors");
  }

  hold(session: string): Promise<Hold> {
    return this.send("GET", `/v1/sessions/${enc(session)}/hold`);
  }

  placeHold(session: string, reason: string): Promise<Hold> {
    return this.send("PUT", `/v1/sessions/${enc(session)}/hold`, { reason });
  }

  /** `seen`: the state this was decided on; in another one it is refused. */
  releaseHold(session: string, seen: Hold["state"]): Promise<Hold> {
    return this.send("DELETE", `/v1/sessions/${enc(session)}/hold?seen=${enc(seen)}`);
  }

  note(session: string): Promise<NoteView> {
    return this.send("GET", `/v1/sessions/${enc(session)}/note`);
  }

  /** The draft so far, while the call goes on. */
  liveDraft(session: string): Promise<LiveDraftView> {
    return this.send("GET", `/v1/sessions/${enc(session)}/note/live`);
  }

  saveNote(session: string, version: number, note: Note): Promise<NoteView> {
    return this.send("PUT", `/v1/sessions/${enc(session)}/note`, { version, note });
  }

  redraft(session: string, asked: Redraft): Promise<NoteView> {
    return this.send("POST", `/v1/sessions/${enc(session)}/note/redraft`, asked);
  }

  sign(note: string, request: SigningRequest): Promise<SigningResult> {
    return this.send("POST", `/v1/notes/${enc(note)}/sign`, request);
  }

  addTo(note: string, addition: NewAddition): Promise<NoteView> {
    const { kind, ...words } = addition;
    if (kind === "cosignature") return this.send("POST", `/v1/notes/${enc(note)}/cosign`, words);
    return this.send("POST", `/v1/notes/${enc(note)}/addenda`, { kind, ...words });
  }

  verifyNote(note: string): Promise<NoteVerification> {
    return this.send("GET", `/v1/notes/${enc(note)}/verification`);
  }

  async receipts(session: string): Promise<Receipt[]> {
    return listOf<Receipt>(await this.send("GET", `/v1/receipts?session=${enc(session)}`), "receipts");
  }

  receipt(id: string): Promise<Receipt> {
    return this.send("GET", `/v1/receipts/${enc(id)}`);
  }

  energy(session: string): Promise<EnergyReport> {
    return this.send("GET", `/v1/sessions/${enc(session)}/energy`);
  }

  /** A row for each month in which there were sessions. */
  energyByMonth(): Promise<EnergySummary> {
    return this.send("GET", "/v1/energy?by=month");
  }

  /** Two people the other way round, a voice, or one line given to somebody. */
  correctSpeakers(session: string, correction: SpeakerCorrection): Promise<{ note: string }> {
    return this.send("POST", `/v1/sessions/${enc(session)}/transcript/speakers`, correction);
  }

  /** The texts in force that are confirmed outside a call. */
  wordings(): Promise<{ recording: Attestation }> {
    return this.send("GET", "/v1/wordings");
  }

  /** Ends when the recording is heard and its note drafted. `channels`: participants, left first. */
  async upload(session: string, attested: string, file: Blob, channels: readonly string[], signal: AbortSignal): Promise<SessionView> {
    const query = new URLSearchParams({ session, attested });
    if (channels.length > 0) query.set("channels", channels.join(","));
    const response = await this.fetch(`/v1/recordings?${query}`, { method: "POST", credentials: "same-origin", body: file, signal }).catch(() => {
      throw new Problem(0, "unreachable", "");
    });
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as SessionView;
  }

  cancelUpload(session: string): Promise<unknown> {
    return this.send("DELETE", `/v1/recordings/${enc(session)}`);
  }

  writeSummary(session: string, text: string): Promise<SessionView> {
    return this.send("POST", "/v1/summaries", { session, text });
  }

  /** A signed note as a file, its times told in this browser's zone. */
  async exported(note: string, form: ExportForm): Promise<Blob> {
    const zone = enc(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    return (await this.answer("GET", `/v1/notes/${enc(note)}/exports/${form}?zone=${zone}`)).blob();
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.answer(method, path, body);
    if (response.status === 204) return undefined as T;
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  private async answer(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await this.fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Problem(0, "unreachable", "The server can't be reached.");
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }
}

const enc = encodeURIComponent;

/** A list, whether sent bare or wrapped in an object under its name. */
function listOf<T>(body: unknown, key: string): T[] {
  if (Array.isArray(body)) return body as T[];
  const inner = (body as Record<string, unknown> | null)?.[key];
  return Array.isArray(inner) ? (inner as T[]) : [];
}
