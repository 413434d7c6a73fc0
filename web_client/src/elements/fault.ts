/** Where a form is not right yet: the field is marked for eye and ear, and has the focus. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Marks the field of this name, and no other; `at` says which where several have the name. None for "". */
export function markFault(form: HTMLFormElement, name: string, at: (field: Field) => boolean = () => true): void {
  for (const field of form.querySelectorAll<Field>("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const field = [...form.querySelectorAll<Field>("[name]")].find((one) => one.name === name && at(one));
  if (!name || !field) return;
  field.setAttribute("aria-invalid", "true");
  field.addEventListener("input", () => field.removeAttribute("aria-invalid"), { once: true });
  field.focus();
}
