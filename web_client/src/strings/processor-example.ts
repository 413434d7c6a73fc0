/** A declaration to copy: the same as in docs/processors.md, which a test holds it to. */

export const START_EXAMPLE = "ATTUNE_PROCESSORS_FILE=processors.toml ATTUNE_PROCESSOR=own-llama ATTUNE_DRAFTER=model attune serve";

export const PROCESSOR_EXAMPLE = `# A model on this machine. \`local\` has to be said: a loopback address alone may be the mouth of a tunnel.
[[processor]]
id = "own-llama"
endpoint = "http://127.0.0.1:8080/v1"
model = "llama-3.1-8b-instruct"
purposes = ["drafting", "redrafting"]
local = true

# A hosted one. Without an agreement in force at the moment of the call it is refused.
[[processor]]
id = "hosted"
endpoint = "https://processor.example/v1"
model = "drafting-model"
purposes = ["drafting"]
region = "us-east"
api_key_env = "HOSTED_API_KEY"          # the variable that holds the key; the key itself never stands in a file
baa = { reference = "BAA-2026-014", from = 2026-01-01, to = 2026-12-31 }
zero_retention = { by = "Compliance officer", at = 2026-01-05 }
no_training = { by = "Compliance officer", at = 2026-01-05 }
`;
