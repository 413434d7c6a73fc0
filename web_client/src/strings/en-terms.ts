/** Terms of the domain as people read them; keys are the codes of the API. */

export const formats = { soap: "SOAP", dap: "DAP", birp: "BIRP", narrative: "Narrative" };

export const kinds = { individual: "Individual", couple: "Couple or family", group: "Group" };

export const states = { scheduled: "Scheduled", live: "Live", ended: "To finish", signed: "Signed" };

export const riskKinds: Record<string, string> = {
  suicide: "Suicide",
  suicidal_ideation: "Suicidal ideation",
  self_harm: "Self-harm",
  harm_to_others: "Harm to others",
  abuse: "Abuse or neglect",
};

export const riskStates: Record<string, string> = {
  reported: "Reported",
  denied: "Denied when asked",
  denied_when_asked: "Denied when asked",
  not_discussed: "Not discussed",
  unclear: "Unclear: please review",
};

export const flagLabels: Record<string, string> = {
  unsupported: "Not supported by its evidence",
  no_evidence: "No evidence in the transcript",
  negation: "Says the opposite of its evidence",
  polarity: "Says the opposite of its evidence",
  number: "A number that is not in the evidence",
  dose: "A dose that is not in the evidence",
  date: "A date that is not in the evidence",
  name: "A name that is not in the evidence",
  speaker: "May be attributed to the wrong speaker",
  quote: "Quotation is not word for word",
  risk: "A risk statement to check",
  modality: "A modality that is not in your list",
  low_confidence: "Rests on words that were hard to hear",
};
