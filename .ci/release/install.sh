#!/bin/sh
# Installs qun for this user: takes the archive of this system, verifies its checksum, unpacks it.
#
#   sh install.sh [--to FOLDER] [--from ADDRESS-OR-FOLDER]
#
# Without options: from the release that this script belongs to, into ~/.local/bin.
set -eu
from="@ADDRESS@"
to="${HOME:-}/.local/bin"

fail() {
    echo "install.sh: $1" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case "$1" in
        --to) [ $# -ge 2 ] || fail "--to needs a folder"; to=$2; shift 2 ;;
        --from) [ $# -ge 2 ] || fail "--from needs an address or a folder"; from=$2; shift 2 ;;
        -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) fail "unknown option $1; see --help" ;;
    esac
done

case "$(uname -s)" in
    Linux) system=unknown-linux-gnu ;;
    Darwin) system=apple-darwin ;;
    *) fail "no archive for $(uname -s); on Windows use install.ps1, elsewhere: cargo install --path ." ;;
esac
case "$(uname -m)" in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch64 ;;
    *) fail "no archive for $(uname -m); build it with: cargo install --path ." ;;
esac
name="qun-$machine-$system"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Copies one file of the release into the work folder.
fetch() {
    case "$from" in
        https://*)
            if command -v curl >/dev/null 2>&1; then
                curl --proto '=https' --tlsv1.2 -fsSL "$from/$1" -o "$work/$1" || fail "cannot download $from/$1"
            else
                wget -q "$from/$1" -O "$work/$1" || fail "cannot download $from/$1 (curl or wget is needed)"
            fi
            ;;
        /* | ./* | ../*) cp "$from/$1" "$work/$1" || fail "$from has no $1" ;;
        *) fail "not an https address or a folder: $from" ;;
    esac
}

fetch "$name.tar.gz"
fetch SHA256SUMS
grep " $name.tar.gz\$" "$work/SHA256SUMS" >"$work/wanted" || fail "SHA256SUMS does not list $name.tar.gz"
(
    cd "$work"
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum -c wanted >/dev/null 2>&1
    else
        shasum -a 256 -c wanted >/dev/null 2>&1
    fi
) || fail "the checksum of $name.tar.gz is wrong; nothing was installed"

tar -xzf "$work/$name.tar.gz" -C "$work"
mkdir -p "$to"
# beside the old one, then in its place: a running qun keeps working
cp "$work/$name/qun" "$to/.qun.new"
chmod 755 "$to/.qun.new"
mv -f "$to/.qun.new" "$to/qun"
echo "installed: $to/qun ($("$to/qun" --version))"
case ":$PATH:" in
    *":$to:"*) ;;
    *) echo "add it to your PATH: export PATH=\"$to:\$PATH\"" ;;
esac
