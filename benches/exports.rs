//! A million messages of each kind of export: `qun review` over the file beside serde_json that reads the same file into
//! nothing, each in a process of its own. `cargo bench --bench exports`; a number as argument is how many messages instead.
//! Kinds that are no JSON stand beside the same messages in ChatLab's JSON. Memory is the most that the process held, and
//! beside it that of a tenth of the messages by as many people.
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde::de::{Deserialize, IgnoredAny};

const MESSAGES: usize = 1_000_000;
const PEOPLE: usize = 2_000;
const PLAN: &str = "time_zone = \"UTC\"\n[community]\nid = \"club\"\nname = \"Club\"\n";

/// The second of 1 January 2026, and how far two messages are from each other: the last one is of the same year.
const FIRST: i64 = 1_767_225_600;
const YEAR: i64 = 360 * 86_400;

struct Message {
    number: usize,
    second: i64,
    person: usize,
    replies_to: Option<usize>,
}

impl Message {
    fn of(number: usize, count: usize) -> Self {
        let step = YEAR / i64::try_from(count).expect("a count");
        Self {
            number,
            second: FIRST + step * i64::try_from(number).expect("a number"),
            person: number.wrapping_mul(7_919) % PEOPLE,
            replies_to: (number % 3 == 2).then(|| number - 1),
        }
    }

    fn at(&self, pattern: &str) -> String {
        jiff::Timestamp::from_second(self.second).expect("a moment").strftime(pattern).to_string()
    }
}

const TEXT: &str = "大家好, see you at the talk on Wednesday \\\"at eight\\\"; bring the second book";

/// Each kind: its name, the file's ending, what is before, between and behind its messages.
type Written = fn(&Message, &mut String);
const KINDS: [(&str, &str, &str, &str, &str, Written); 7] = [
    (
        "ChatLab JSON",
        "json",
        "{\"chatlab\":{\"version\":\"0.0.1\"},\"meta\":{\"name\":\"g\",\"platform\":\"qq\",\"type\":\"group\"},\"members\":[],\"messages\":[",
        ",\n",
        "]}",
        chatlab,
    ),
    (
        "ChatLab lines",
        "jsonl",
        "{\"_type\":\"header\",\"chatlab\":{\"version\":\"0.0.1\"},\"meta\":{\"name\":\"g\",\"platform\":\"qq\",\"type\":\"group\"}}\n",
        "\n",
        "\n",
        chatlab_line,
    ),
    (
        "Discord JSON",
        "json",
        "{\"guild\":{\"id\":\"1\",\"name\":\"g\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\",\"name\":\"c\"},\"dateRange\":{\"after\":null,\"before\":null},\"messages\":[",
        ",\n",
        "],\"messageCount\":1}",
        discord,
    ),
    (
        "Telegram JSON",
        "json",
        "{\"name\":\"g\",\"type\":\"private_supergroup\",\"id\":7,\"messages\":[",
        ",\n",
        "]}",
        telegram,
    ),
    ("WhatsApp text", "txt", "", "\n", "\n", whatsapp),
    ("Discourse CSV", "csv", "created_at,post_id,user_id,username,reply_to,category\n", "\n", "\n", discourse),
    ("Slack zip", "zip", "[", ",\n", "]", slack),
];

fn chatlab(message: &Message, out: &mut String) {
    out.push('{');
    chatlab_rest(message, out);
}

fn chatlab_line(message: &Message, out: &mut String) {
    out.push_str("{\"_type\":\"message\",");
    chatlab_rest(message, out);
}

fn chatlab_rest(message: &Message, out: &mut String) {
    let Message { number, second, person, replies_to } = message;
    let reply = replies_to.map(|to| format!(",\"replyToMessageId\":\"m{to}\"")).unwrap_or_default();
    let _ = write!(
        out,
        "\"sender\":\"u{person}\",\"accountName\":\"Person {person}\",\"timestamp\":{second},\"type\":0,\
         \"content\":\"{TEXT}\",\"platformMessageId\":\"m{number}\"{reply}}}"
    );
}

fn discord(message: &Message, out: &mut String) {
    let Message { number, person, .. } = message;
    let reply = message.replies_to.map(|to| format!(",\"reference\":{{\"messageId\":\"{to}\"}}")).unwrap_or_default();
    let at = message.at("%Y-%m-%dT%H:%M:%S+00:00");
    let _ = write!(
        out,
        "{{\"id\":\"{number}\",\"type\":\"Default\",\"timestamp\":\"{at}\",\"timestampEdited\":null,\"isPinned\":false,\
         \"content\":\"{TEXT}\",\"author\":{{\"id\":\"{person}\",\"name\":\"p{person}\",\"nickname\":\"P\",\"isBot\":false,\
         \"avatarUrl\":\"https://cdn.example/{person}.png\"}},\"attachments\":[],\"embeds\":[],\"reactions\":[],\"mentions\":[]{reply}}}"
    );
}

fn telegram(message: &Message, out: &mut String) {
    let Message { number, second, person, .. } = message;
    let reply = message.replies_to.map(|to| format!(",\"reply_to_message_id\":{to}")).unwrap_or_default();
    let at = message.at("%Y-%m-%dT%H:%M:%S");
    let _ = write!(
        out,
        "{{\"id\":{number},\"type\":\"message\",\"date\":\"{at}\",\"date_unixtime\":\"{second}\",\"from\":\"P {person}\",\
         \"from_id\":\"user{person}\",\"text\":\"{TEXT}\",\"text_entities\":[{{\"type\":\"plain\",\"text\":\"{TEXT}\"}}]{reply}}}"
    );
}

fn whatsapp(message: &Message, out: &mut String) {
    let at = message.at("%d/%m/%Y, %H:%M");
    let _ = write!(out, "{at} - Person {}: {TEXT}", message.person);
}

fn discourse(message: &Message, out: &mut String) {
    let Message { number, person, .. } = message;
    let reply = message.replies_to.map(|to| to.to_string()).unwrap_or_default();
    let at = message.at("%Y-%m-%d %H:%M:%S UTC");
    let _ = write!(out, "{at},{number},{person},p{person},{reply},general");
}

fn slack(message: &Message, out: &mut String) {
    let Message { number, second, person, .. } = message;
    let ts = format!("{second}.{:06}", number % 1_000_000);
    let _ = write!(
        out,
        "{{\"type\":\"message\",\"user\":\"U{person}\",\"text\":\"{TEXT}\",\"ts\":\"{ts}\",\"team\":\"T1\",\
         \"blocks\":[{{\"type\":\"rich_text\",\"elements\":[]}}]}}"
    );
}

/// Writes a file of so many messages, and hands on the file that serde_json reads for comparison where it can.
fn write(folder: &Path, kind: usize, count: usize) -> std::io::Result<PathBuf> {
    let (name, ending, before, between, behind, written) = KINDS[kind];
    let path = folder.join(format!("{}-{count}.{ending}", name.replace(' ', "-")));
    let messages = |from: usize, to: usize, out: &mut dyn Write| -> std::io::Result<()> {
        let mut line = String::new();
        out.write_all(before.as_bytes())?;
        for number in from..to {
            line.clear();
            if number > from {
                line.push_str(between);
            }
            written(&Message::of(number, count), &mut line);
            out.write_all(line.as_bytes())?;
        }
        out.write_all(behind.as_bytes())
    };
    if ending == "zip" {
        // a file a day, as Slack has it
        let mut zip = zip::ZipWriter::new(BufWriter::new(File::create(&path)?));
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file("channels.json", options)?;
        zip.write_all(b"[{\"id\":\"C1\",\"name\":\"general\"}]")?;
        zip.start_file("users.json", options)?;
        zip.write_all(b"[]")?;
        let second = |day: usize| FIRST + 86_400 * i64::try_from(day).expect("a day");
        for day in 0..360 {
            let name = jiff::Timestamp::from_second(second(day)).expect("a day").strftime("general/%Y-%m-%d.json");
            zip.start_file(name.to_string(), options)?;
            messages(day * count / 360, (day + 1) * count / 360, &mut zip)?;
        }
        zip.finish()?.flush()?;
    } else {
        let mut out = BufWriter::new(File::create(&path)?);
        messages(0, count, &mut out)?;
        out.flush()?;
    }
    Ok(path)
}

/// How long a process takes, and the most memory that it held, in MB (0 where the system does not tell).
fn measured(command: &mut Command) -> (Duration, f64) {
    let started = Instant::now();
    let mut child: Child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut most = 0.0_f64;
    let status = loop {
        let shown = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let held = shown.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        most = held.map_or(most, |held: f64| most.max(held / 1024.0));
        if let Some(status) = child.try_wait().expect("a process") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let took = started.elapsed();
    let mut said = String::new();
    let _ = std::io::Read::read_to_string(&mut child.stderr.take().expect("piped"), &mut said);
    assert!(status.success(), "{said}");
    (took, most)
}

/// The least time and the most memory of three.
fn best(mut command: impl FnMut() -> Command) -> (Duration, f64) {
    let runs: Vec<(Duration, f64)> = (0..3).map(|_| measured(&mut command())).collect();
    let time = runs.iter().map(|(time, _)| *time).min().unwrap_or_default();
    (time, runs.iter().map(|(_, memory)| *memory).fold(0.0, f64::max))
}

/// In a process that only parses: the file.
const PARSE: &str = "QUN_PARSE_INTO_NOTHING";

/// Reads a file of JSON values into nothing.
fn parse(path: &str) {
    let input = BufReader::with_capacity(1 << 16, File::open(path).expect("a file"));
    let values = serde_json::Deserializer::from_reader(input).into_iter::<IgnoredAny>();
    for value in values {
        let IgnoredAny = value.expect("JSON");
    }
}

/// The same of the files of an archive.
fn parse_zip(path: &str) {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("a file")).expect("an archive");
    for at in 0..archive.len() {
        let file = BufReader::with_capacity(1 << 16, archive.by_index(at).expect("a member"));
        IgnoredAny::deserialize(&mut serde_json::Deserializer::from_reader(file)).expect("JSON");
    }
}

fn main() {
    if let Ok(path) = std::env::var(PARSE) {
        return if path.ends_with("zip") { parse_zip(&path) } else { parse(&path) };
    }
    let wanted = std::env::args().skip(1).find_map(|argument| argument.parse::<usize>().ok());
    let count = wanted.unwrap_or(MESSAGES);
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path().join("community.toml");
    std::fs::write(&plan, PLAN).expect("a plan");
    let this = std::env::current_exe().expect("this program");
    let parse_of = |path: &Path| {
        let mut command = Command::new(&this);
        command.env(PARSE, path);
        command
    };
    let review_of = |path: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_qun"));
        let days = ["--since", "2026-01-01", "--until", "2026-12-31", "--today", "2027-01-10", "--dates", "dmy"];
        command.arg("review").arg(&plan).arg("--from").arg(path).args(days).args(["--format", "json"]);
        command
    };
    println!("{:14} {:>8} {:>9} {:>9} {:>6} {:>8} {:>9}", "", "file", "parsed", "review", "ratio", "memory", "a tenth");
    let mut chatlab = Duration::ZERO;
    for (kind, (name, ending, ..)) in KINDS.iter().enumerate() {
        let path = write(folder.path(), kind, count).expect("a file");
        let size = std::fs::metadata(&path).expect("a file").len() >> 20;
        let (parsed, beside) = match *ending {
            "txt" | "csv" => (chatlab, "*"),
            _ => (best(|| parse_of(&path)).0, ""),
        };
        if kind == 0 {
            chatlab = parsed;
        }
        let (took, memory) = best(|| review_of(&path));
        std::fs::remove_file(&path).expect("it was there");
        let tenth = write(folder.path(), kind, count / 10).expect("a file");
        let (_, less) = best(|| review_of(&tenth));
        let ratio = took.as_secs_f64() / parsed.as_secs_f64();
        println!(
            "{name:14} {size:>5} MB {parsed:>8.2?}{beside:1} {took:>8.2?} {ratio:>6.2} {memory:>5.0} MB {less:>6.0} MB"
        );
    }
    println!("* the same messages as ChatLab JSON, parsed into nothing");
}
