#!/bin/sh
# Makes .venv from the locked, hashed requirements: `run` to build and serve a site, `dev` to test and check as well.
# With uv where it is there, else with Python's own venv and pip. Does nothing while the requirements stay the same.
set -eu
cd "$(dirname "$0")/.."

kind=${1:-dev}
# What lies in .venv itself cannot make it anew, activated or not.
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -vxF "$PWD/.venv/bin" | paste -sd: -)
names="python3 python3.14 python3.13 python3.12 python3.11 python"

say() { echo "$*" >&2; }

# What an environment was made of. The folder is in it: an environment does not survive a move.
print_of() { { pwd; cat "$@"; } | cksum; }
is_made() { [ -x .venv/bin/python ] && [ "$(cat ".venv/made-$1" 2>/dev/null)" = "$(print_of "requirements/$1.txt")" ]; }

# Sets python to the first one that is new enough and can make an environment, bare to the first that cannot.
find_python() {
    python= bare=
    for name in $names; do
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
        if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then python=$name; return; fi
        bare=${bare:-$name}
    done
}

give_up_on_venv() {
    version=$("$bare" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    say "$version is here, but not its venv module, which Debian and Ubuntu package apart. Install it, then try again:"
    say "    sudo apt install $version-venv"
    exit 1
}

give_up_on_python() {
    say "No Python 3.11 or newer is here (looked for: $names). Install one, then try again; on Debian and Ubuntu:"
    say "    sudo apt install python3 python3-venv"
    exit 1
}

make_with_uv() {
    uv venv --quiet --python "${python:-${bare:->=3.11}}" .venv
}

make_with_venv() {
    [ -n "$python" ] || if [ -n "$bare" ]; then give_up_on_venv; else give_up_on_python; fi
    "$python" -m venv .venv
}

install() {
    if [ -n "$uv" ]; then
        uv pip install --quiet --python .venv/bin/python "$@"
    else
        .venv/bin/python -m pip install -qq --disable-pip-version-check "$@"
    fi
}

uv=$(command -v uv || true)
if ! is_made dev && ! is_made "$kind"; then
    find_python
    [ -n "$uv$python" ] || make_with_venv
    say "Preparing .venv from requirements/$kind.txt ..."
    # An environment made with `run` grows into `dev`; any other is made anew, so that nothing old stays in it.
    if ! is_made run; then
        rm -rf .venv
        if [ -n "$uv" ]; then make_with_uv; else make_with_venv; fi
    fi
    install --require-hashes -r "requirements/$kind.txt"
    print_of "requirements/$kind.txt" >".venv/made-$kind"
fi

if [ "$(cat .venv/made-project 2>/dev/null)" != "$(print_of pyproject.toml)" ]; then
    install --no-deps --no-index --no-build-isolation --editable .
    # As pip does for packages: where Python may write no compiled files, each start would compile all of it again.
    .venv/bin/python -m compileall -q generator
    print_of pyproject.toml >.venv/made-project
fi
