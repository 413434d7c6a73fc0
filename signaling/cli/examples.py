"""How each command is used, as its `--help` shows it. Every line is a command that can be typed."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "serve": (
        "attune serve",
        "attune serve --host 0.0.0.0 --port 9000 --data /srv/attune --workers 2",
    ),
    "worker": ("ATTUNE_WORKER_TOKEN=… attune worker --connect wss://attune.example",),
    "demo": (
        "attune demo",
        "attune demo --track 'Dr. Brooks:clinician:brooks.wav' --track Maya:client:maya.mp3 --format birp",
        "attune demo --json > session.json",
    ),
    "transcribe": (
        "attune transcribe doctor.wav client.wav --json > transcript.json",
        "attune transcribe call.wav --channels split --speaker 'Dr. Brooks:clinician' --speaker Maya:client",
        "attune transcribe client.wav --streaming --speed 4",
    ),
    "draft": (
        "attune draft --format dap --transcript transcript.json",
        "attune draft --summary 'Client reported poor sleep. We practised breathing. Next session Tuesday.'",
        "attune transcribe doctor.wav client.wav --json | attune draft --transcript - --json",
        """echo '{"client_term": "patient", "pronouns": "she"}' > wishes.json""",
        "attune draft --transcript transcript.json --preferences wishes.json",
    ),
    "mask": (
        """echo '{"text": "My name is Maya Alvarez."}' | attune mask""",
        """echo '[{"name": "Maya Alvarez", "role": "client", "aliases": ["May"]}]' > roster.json""",
        "attune mask --roster roster.json < lines.jsonl > masked.jsonl",
    ),
    "brief": (
        "attune brief --notes march-2.json march-9.json",
        "attune brief --notes notes.json --json > brief.json",
        "attune draft --summary 'Client slept well. We meet on Tuesday.' --json | attune brief --notes -",
    ),
    "backup": (
        "attune backup attune-2026-11-28.backup --data /srv/attune",
        "attune backup tonight.backup --living-hours 12",
    ),
    "restore": ("attune restore attune-2026-11-28.backup --data /srv/attune",),
    "doctor": (
        "attune doctor",
        "attune doctor --calls 8",
        "attune doctor --data /srv/attune --port 9000 --no-speed --json",
    ),
    "bench": (
        "attune bench",
        "attune bench live --model tiny.en --calls 1,8 --seconds 60",
        "attune bench live --until-broken --model base --pair doctor.wav patient.wav --offline",
        "attune bench soak --calls 8 --minutes 60 --json > soak.json",
        "attune bench destroy --help",
    ),
    "models": (
        "attune models list",
        "attune models add /srv/faster-whisper-small --name small",
        "attune models use small",
    ),
    "audit": ("attune audit verify", "attune audit export --data /srv/attune --out audit.jsonl"),
    "receipts": (
        "attune receipts verify receipt.json",
        "attune receipts verify receipts.json --key KEY --json",
        "attune receipts verify --data /srv/attune",
    ),
    "notes": ("attune notes verify --data /srv/attune", "attune notes verify not_… --json"),
    "keys": ("attune keys rotate --data /srv/attune",),
    "hold": (
        "attune hold place ses_… --reason case-7",
        "attune hold list",
        "attune hold release ses_…",
    ),
    "retention": ("attune retention sweep --data /srv/attune",),
}
