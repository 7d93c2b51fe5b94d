# The two commands that matter are `make demo` and `make test`. Each installs what it needs and says what it does.
.DEFAULT_GOAL := help
.PHONY: help demo test fuzz sanitize build program bench alike timelines lua-suite format clean packages test-packages swift

# What is needed to build and to run: Lua, FFmpeg's libraries, Cairo, Pango, librsvg and libass, correctly rounded functions, SQLite,
# a loudness meter, a stretcher, voices, HTTP, physics, rays, fonts.
PACKAGES := liblua5.4-dev libcurl4-openssl-dev libbullet-dev libembree-dev libmpfr-dev libseccomp-dev libsqlite3-dev pkg-config \
  libavcodec-dev libavformat-dev libavutil-dev libswscale-dev libswresample-dev \
  libcairo2-dev libpango1.0-dev librsvg2-dev libass-dev \
  libebur128-dev libsoundtouch-dev flite1-dev fonts-inter fonts-dejavu-core fonts-noto-color-emoji
# What the tests need beside it: the ffmpeg command line makes footage, and is the oracle for what is written; rsvg-convert
# is the oracle for SVG pictures, melt for what shows when, and flite for what is said.
TEST_PACKAGES := ffmpeg librsvg2-bin melt flite

RELEASE := .build/release
# Swift's own libraries go into the program: it starts sooner, and runs where there is no toolchain.
STATIC := --static-swift-stdlib

help: ## Says what there is to make.
	@sed -n 's/^\([a-z-]*\):[^#]*## */make \1\t/p' Makefile | expand -t 16

demo: program ## Renders the gallery's first recipes into out/.
	@.ci/demo $(RELEASE)/reprise

test: swift test-packages ## Runs every test.
	swift test --disable-xctest

# How long each harness runs, and which run; the same for sanitizers.
SECONDS ?= 60
ONLY ?=

fuzz: swift test-packages ## Runs our code on made-up bytes: SECONDS=60 for each harness, ONLY="recipe media" for these
	swift build -c release --product recipe-worker
	@.ci/fuzz $(SECONDS) $(ONLY)

sanitize: swift test-packages ## Runs the tests under the address, undefined-behaviour and thread sanitizers; ONLY=thread for one
	@.ci/sanitize $(ONLY)

build: program ## Builds all programs in release mode: .build/release/reprise and what lies beside it
	swift build -c release $(STATIC) --product reprise-studio

# Without the server, whose first build takes minutes more.
program: swift packages
	swift build -c release $(STATIC) --product recipe-worker
	swift build -c release $(STATIC) --product media-worker
	swift build -c release $(STATIC) --product reprise

bench: program ## Measures against ffmpeg and melt.
	swift build -c release $(STATIC) --product evaluations
	@.ci/packages $(TEST_PACKAGES)
	bash Tests/Bench/run.sh

alike: program test-packages ## Shows that the machine leaves no trace in the bytes: processors, places, memory. Takes long.
	@.ci/packages qemu-user locales python3
	REPRISE=$(RELEASE)/reprise python3 Tests/Alike/alike.py

timelines: program test-packages ## Compares timelines with OpenTimelineIO's own library.
	@.ci/packages python3 python3-venv
	@bash Tests/Timelines/run.sh $(RELEASE)/reprise

lua-suite: swift packages ## Runs the official tests of Lua 5.4 as recipes.
	swift build --product recipe-worker
	swift build --product lua-suite
	@Tests/LuaSuite/run.sh .build/debug

format: swift ## Lays out the source.
	swift format -i -r -p Package.swift Sources Tests

clean: ## Removes what was built and rendered.
	rm -rf .build out

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(PACKAGES) $(TEST_PACKAGES)

swift:
	@command -v swift > /dev/null || { echo "error: there is no swift; get a toolchain, 6.1 or later, from https://www.swift.org/install/linux/ and put its usr/bin on the PATH" >&2; exit 1; }
