import { describe, expect, it } from "vitest";
import { Api } from "./client";

function answering(answers: Record<string, unknown>): { api: Api; asked: string[] } {
  const asked: string[] = [];
  const api = new Api((input, init) => {
    asked.push(`${init?.method} ${input}`);
    return Promise.resolve(new Response(JSON.stringify(answers[input] ?? {}), { status: 200 }));
  });
  return { api, asked };
}

describe("a signed note as a file", () => {
  it("is asked for with the zone its times are told in", async () => {
    const { api, asked } = answering({});
    const file = await api.exported("not_1", "pdf");
    expect(await file.text()).toBe("{}");
    expect(asked[0]).toMatch(/^GET \/v1\/notes\/not_1\/exports\/pdf\?zone=[A-Z]/);
  });

  it("that can't be made is a problem", async () => {
    const api = new Api(() => Promise.resolve(new Response(JSON.stringify({ code: "pdf-unprintable" }), { status: 422 })));
    await expect(api.exported("not_1", "pdf")).rejects.toMatchObject({ code: "pdf-unprintable" });
  });
});

describe("the calls about clients", () => {
  it("read all pages of the list", async () => {
    const { api } = answering({
      "/v1/clients?limit=500": { clients: [{ id: "a" }], next: "a" },
      "/v1/clients?limit=500&cursor=a": { clients: [{ id: "b" }], next: null },
    });
    expect((await api.clients()).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("name the client in the path and never anything of theirs", async () => {
    const { api, asked } = answering({});
    await api.brief("cli_1");
    await api.renameClient("cli_1", { name: "Ada", reference: "" });
    await api.fileSession("ses_1", "cli_1");
    await api.sessions("cli_1");
    expect(asked).toEqual(["GET /v1/clients/cli_1/brief", "PUT /v1/clients/cli_1", "PUT /v1/sessions/ses_1/client", "GET /v1/sessions?client=cli_1"]);
  });
});
