# What the scripts share: the checkout, a JDK, the build and its caches. POSIX sh, sourced with $bin set to bin/.
# Standard output belongs to the program: whatever is said here goes to standard error.

KEPU_TOP=$(dirname "$bin")
KEPU_BUILT=$KEPU_TOP/server/target/kepu
KEPU_JAR=$KEPU_BUILT/kepu.jar
KEPU_STAMP=$KEPU_BUILT/stamp
COMMAND_OPTIONS='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -XX:+DisplayVMOutputToStderr --enable-native-access=ALL-UNNAMED'
SERVER_OPTIONS='-Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr --enable-native-access=ALL-UNNAMED'

# Without a locale the JVM could neither print Chinese nor open a file with a Chinese name.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 1
}

# Sets $version to the major version of the JDK in a folder, 0 if there is none. Starting it to ask would take its time.
read_version() {
    version=0
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r line; do
        case $line in
        JAVA_VERSION=*)
            version=${line#*\"}
            version=${version%%[!0-9]*}
            ;;
        esac
    done <"$1/release"
}

# Sets JAVA_HOME: as it is if that will do, else version 25 among the installed ones, else a newer one.
find_jdk() {
    read_version "${JAVA_HOME:-/nowhere}"
    [ "$version" -lt 25 ] || return 0
    newer=
    on_path=$(readlink -f "$(command -v javac)" || true)
    for home in /usr/lib/jvm/* "${on_path%/bin/javac}"; do
        read_version "$home"
        [ "$version" -ge 25 ] || continue
        newer=${newer:-$home}
        [ "$version" -ne 25 ] || { newer=$home && break; }
    done
    [ -n "$newer" ] || fail '没有找到 JDK 25：请安装（例如 Eclipse Temurin 25），或用 JAVA_HOME 指明它的位置。'
    export JAVA_HOME="$newer"
}

# The stamp bears the time at which the last build that went well began.
is_built() {
    [ -f "$KEPU_STAMP" ] && [ -f "$KEPU_JAR" ] || return 1
    set -- "$KEPU_TOP/pom.xml"
    for module in "$KEPU_TOP"/*/pom.xml; do set -- "$@" "$module" "${module%/pom.xml}/src/main"; done
    [ -z "$(find "$@" -newer "$KEPU_STAMP" -print -quit)" ]
}

# maven ARGUMENT...: a build that leaves the program in its place.
maven() (
    cd "$KEPU_TOP"
    mkdir -p target
    began=$(mktemp target/began-XXXXXX)
    trap 'rm -f "$began"' EXIT
    ./mvnw -B -ntp "$@" && mv "$began" "$KEPU_STAMP"
)

# Builds what is not built, one script at a time; the others wait and find it done.
ensure_built() {
    is_built && return
    mkdir -p "$KEPU_TOP/target"
    (
        flock 9
        is_built && exit
        say '正在构建（首次需要几分钟）……'
        maven -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl server -am package >&2 </dev/null || fail '构建失败。'
        make_caches
    ) 9>"$KEPU_TOP/target/build.lock" || exit 1
}

# Has the JVM record what a start needs, so that later starts are quicker. Nothing depends on it.
make_caches() {
    for cache in "$KEPU_BUILT/command.aot" "$KEPU_BUILT/server.aot"; do
        if [ ! -f "$cache" ] || [ -n "$(find "$KEPU_BUILT" -name '*.jar' -newer "$cache" -print -quit)" ]; then
            say '正在为快速启动做准备……'
            "$bin/lib/rehearse" >"$KEPU_TOP/target/rehearse.log" 2>&1 </dev/null || true
            return 0
        fi
    done
}

# kepu_java command|server ARGUMENT...: becomes the program. A cache of another build or JDK is passed over in silence.
kepu_java() {
    cache=$KEPU_BUILT/$1.aot
    options=$COMMAND_OPTIONS
    [ "$1" = command ] || options=$SERVER_OPTIONS
    shift
    set -- -jar "$KEPU_JAR" "$@"
    [ ! -f "$cache" ] || set -- -XX:AOTMode=auto "-XX:AOTCache=$cache" "$@"
    # shellcheck disable=SC2086 # one word per option
    exec "$JAVA_HOME/bin/java" $options "$@"
}
