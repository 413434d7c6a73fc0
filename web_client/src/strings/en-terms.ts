/** Terms of the domain as people read them; keys are the codes of the API. */

export const formats = {
  soap: "SOAP",
  dap: "DAP",
  birp: "BIRP",
  narrative: "Narrative",
  girp: "GIRP",
  pirp: "PIRP",
  pie: "PIE",
  intake: "Intake",
  emdr: "EMDR",
  group: "Group",
};

export const kinds = { individual: "Individual", couple: "Couple or family", group: "Group" };

export const states = { scheduled: "Scheduled", live: "Live", ended: "To finish", signed: "Signed" };

export const riskKinds: Record<string, string> = {
  suicide: "Suicide",
  "self-harm": "Self-harm",
  "harm to others": "Harm to others",
  abuse: "Abuse or neglect",
  "substance use": "Substance use",
};

export const riskStates: Record<string, string> = {
  reported: "Reported",
  denied: "Denied",
  unclear: "Unclear, please review",
};

export const pronouns = { said: "As said in the session", they: "they, them", she: "she, her", he: "he, him", none: "No pronouns" };

export const flagLabels: Record<string, string> = {
  "no-evidence": "No line of the transcript supports this",
  "unknown-evidence": "Its evidence does not exist",
  unsupported: "The evidence does not say this",
  "number-not-in-evidence": "A number, dose or time is not in the evidence",
  "negation-differs": "Says the opposite of its evidence",
  "wrong-speaker": "May be attributed to the wrong speaker",
  "quote-not-exact": "The quotation is not word for word",
  "name-not-in-evidence": "A name is not in the evidence",
  "unknown-placeholder": "Holds a placeholder nobody knows",
  "diagnosis-not-in-evidence": "A diagnosis is not in the evidence",
  "risk-not-in-evidence": "A risk statement is not in the evidence",
  "denial-not-asked": "A denial, though nobody asked",
  "modality-not-evidenced": "The therapy modality is not in the evidence",
  "judgmental-wording": "Judgmental wording",
  "evidence-not-masked": "Its evidence was not masked",
  "speaker-unknown": "It is not known who said this",
  "standing-sentence": "Added by your style; nothing in this session shows it",
};
