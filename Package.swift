// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "reprise",
  products: [
    .library(name: "Reprise", targets: ["Reprise"]),
    .executable(name: "reprise", targets: ["reprise-cli"]),
    .executable(name: "reprise-studio", targets: ["Studio"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
  ],
  targets: [
    // System libraries: module maps, and a header for what Swift cannot import.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4"),
    .systemLibrary(name: "CFFmpeg", pkgConfig: "libavformat"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
    .systemLibrary(name: "CSvg", pkgConfig: "librsvg-2.0"),
    .systemLibrary(name: "CAss", pkgConfig: "libass"),
    .systemLibrary(name: "CLoudness", pkgConfig: "libebur128"),
    .systemLibrary(name: "CFlite"),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
    // SoundTouch is C++: what of it Swift calls, in C.
    .target(name: "CStretch", linkerSettings: [.linkedLibrary("SoundTouch")]),
    // So is Bullet, in doubles; Debian installs its headers without saying which libraries they are for.
    .target(
      name: "CBullet", exclude: ["bullet"],
      cxxSettings: [.define("BT_USE_DOUBLE_PRECISION"), .headerSearchPath("bullet")],
      linkerSettings: ["BulletDynamics", "BulletCollision", "LinearMath"].map { .linkedLibrary("\($0)-float64") }),
    // Rays of light through Embree: what is done for each pixel, in C++.
    .target(name: "CRays", linkerSettings: [.linkedLibrary("embree3")]),

    // Processes that can do nothing but their work: how they are started, and what they give up first.
    .target(name: "CConfinement", linkerSettings: [.linkedLibrary("seccomp")]),
    // Lua, an arena, fuel and a message port, in C, because a longjmp may cross it; and the program around it.
    .target(
      name: "CRecipeWorker", dependencies: ["CLua", "CConfinement"],
      linkerSettings: [.linkedLibrary("mpfr"), .linkedLibrary("m")]),
    .executableTarget(name: "recipe-worker", dependencies: ["CRecipeWorker"]),
    // Row kernels in C, compiled for several processors and chosen at run time.
    .target(name: "CPixels"),

    // The words of the trade: time, sizes, formats, frames, blocks of sound.
    .target(name: "Media"),
    // What is done to sound: filters, dynamics, rooms, places.
    .target(name: "Signal", dependencies: ["Media"]),
    // Another pace or another pitch, through SoundTouch.
    .target(name: "Stretch", dependencies: ["CStretch", "Media"]),
    // How loud a sound is, through libebur128.
    .target(name: "Loudness", dependencies: ["CLoudness", "Media"]),
    // Texts as sound, with the times of words, through flite.
    .target(name: "Speech", dependencies: ["CFlite", "Media"]),
    // Music: composed, read from MIDI files, and played.
    .target(name: "Score", dependencies: ["Media"]),
    // Effects and places by synthesis.
    .target(name: "Foley", dependencies: ["Media"]),
    // What is to be heard in a sound: levels, bands, onsets, beats.
    .target(name: "Listening", dependencies: ["Media"]),
    // A small world as data: things, figures, what they do, light and camera; and what can be seen of it.
    .target(name: "World", dependencies: ["Media"]),
    // How people and animals move.
    .target(name: "Figures", dependencies: ["World", "Media"]),
    // What happens in a world: rigid and soft bodies, water, aim, through Bullet.
    .target(name: "Physics", dependencies: ["CBullet", "World", "Media"]),
    // Pictures of a world, through Embree.
    .target(name: "Rays", dependencies: ["CRays", "World", "Media"]),
    // Node kinds as data, validation, canonical text, digest.
    .target(name: "Graph", dependencies: ["Signal", "Media", .product(name: "Crypto", package: "swift-crypto")]),
    // Words that become a scene, and a scene as a table that reads as a recipe.
    .target(name: "Prompt", dependencies: ["Graph", "World", "Media"]),
    // Files of lines that are only ever added to, and the times that stand in them.
    .target(name: "Journal"),
    // What model servers gave for money or nothing, what it cost, and how nothing is bought twice.
    .target(name: "Takes", dependencies: ["Journal", "Graph", "Media"]),
    // Model servers and programs: voices, films, pictures, words.
    .target(name: "Backends", dependencies: ["CCurl", "Speech", "Takes", "Graph", "Media"]),
    // Starts, bounds and reaps workers, and talks with them.
    .target(name: "Confinement", dependencies: ["CConfinement"]),
    // A recipe's worker: what it is fed and what comes back; knows nothing of video.
    .target(name: "Worker", dependencies: ["CRecipeWorker", "Confinement"]),
    // Recipe text to graph: what recipes see, params, parts.
    .target(name: "Recipe", dependencies: ["Confinement", "Worker", "Prompt", "Graph", "Signal", "Media"]),
    // Graph to plan: segments, their slices, keys and cost; pure.
    .target(name: "Plan", dependencies: ["Graph", "Signal", "Media"]),
    // Pictures as chains of rows, and the kernels over them: convert, scale, blend, blur, key, grade.
    .target(name: "Pixels", dependencies: ["CPixels", "Media"]),
    // Demux, decode, encode, mux: the only importer of FFmpeg.
    .target(name: "Codec", dependencies: ["CFFmpeg", "Media"]),
    // Text, shapes, captions and pictures made of shapes, through Pango, Cairo, libass and librsvg.
    .target(name: "Draw", dependencies: ["CPango", "CSvg", "CAss", "Media"]),
    // Codec's readers, and typesetting in strangers' fonts, each in a process of its own; and the program they run in.
    .target(name: "MediaWorker", dependencies: ["CConfinement", "Confinement", "Codec", "Draw", "Speech", "Media"]),
    .executableTarget(name: "media-worker", dependencies: ["MediaWorker"]),
    // Plan to frames, samples and segments: scheduler, compositor, mixer.
    .target(name: "Render", dependencies: ["Plan", "Graph", "Signal", "Stretch", "Pixels", "Media"]),
    // Posts, what they are made of and what was drawn, by digest, in a folder.
    .target(
      name: "Store",
      dependencies: [
        "Graph", .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Who may use whose likeness: grants, revocations, the rule, and the log.
    .target(name: "Consent", dependencies: ["Journal", "Store", "Graph"]),
    // Graphs as timelines of editing programs, and timelines as recipes.
    .target(name: "Interchange", dependencies: ["Graph", "Media"]),
    // The façade: the one product that a Swift host imports.
    .target(
      name: "Reprise",
      dependencies: [
        "Media", "Signal", "Loudness", "Speech", "Score", "Foley", "Listening", "World", "Figures",
        "Physics", "Rays", "Graph", "Prompt", "Journal", "Takes", "Backends",
        "Confinement", "Worker", "Recipe", "Plan", "Pixels", "Codec", "MediaWorker", "Draw", "Render",
        "Store", "Consent", "Interchange",
      ]),
    // The command line, over the façade alone.
    .executableTarget(
      name: "reprise-cli",
      dependencies: ["Reprise", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    // The streaming server and its page, over the façade alone.
    .executableTarget(
      name: "Studio",
      dependencies: ["Reprise", .product(name: "Hummingbird", package: "hummingbird")],
      resources: ["index.html", "player.css", "player.js"].map { .embedInCode("Page/\($0)") }),

    // What tests of several modules say with: claims that always hold, and what falsifies them.
    .target(name: "Claims", dependencies: ["Chance"], path: "Tests/Claims"),
    // Random numbers with a seed.
    .target(name: "Chance", path: "Tests/Chance"),
    // Other programs: footage made by ffmpeg, processes that try what they may not. And the digest of a frame.
    .target(name: "Props", dependencies: ["Graph", "Media"], path: "Tests/Props"),
    // Graphs drawn by hand.
    .target(name: "Sketches", dependencies: ["Graph", "Media", "Claims"], path: "Tests/Sketches"),
    .testTarget(name: "MediaTests", dependencies: ["Media", "Claims"]),
    .testTarget(name: "SignalTests", dependencies: ["Signal", "Media", "Claims"]),
    .testTarget(name: "LoudnessTests", dependencies: ["Loudness", "Media", "Chance", "Claims", "Props"]),
    .testTarget(name: "StretchTests", dependencies: ["Stretch", "Media", "Chance", "Claims"]),
    .testTarget(name: "SpeechTests", dependencies: ["Speech", "Media", "Claims", "Props"]),
    .testTarget(name: "ScoreTests", dependencies: ["Score", "Media", "Claims"]),
    .testTarget(name: "FoleyTests", dependencies: ["Foley", "Media", "Claims"]),
    .testTarget(name: "ListeningTests", dependencies: ["Listening", "Media", "Chance", "Claims", "Props"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "World", "Media", "Claims"]),
    .testTarget(name: "PhysicsTests", dependencies: ["Physics", "World", "Claims"]),
    .testTarget(name: "RaysTests", dependencies: ["Rays", "CRays", "World", "Media", "Claims"]),
    .testTarget(name: "PromptTests", dependencies: ["Prompt", "World", "Media", "Claims"]),
    .testTarget(name: "GraphTests", dependencies: ["Graph", "Claims"]),
    // Servers of HTTP on this machine that answer as they are told.
    .target(name: "Loopback", dependencies: ["Backends", "Graph"], path: "Tests/Loopback"),
    .testTarget(
      name: "TakesTests",
      dependencies: ["Takes", "Backends", "Journal", "Graph", "Chance", "Claims", "Loopback"]),
    .testTarget(
      name: "BackendsTests",
      dependencies: ["Backends", "Takes", "Speech", "Graph", "Media", "Claims", "Props", "Loopback"]),
    // A process that is confined like a worker and then tries what it may not.
    .executableTarget(name: "prisoner", dependencies: ["CConfinement"], path: "Tests/Prisoner"),
    // Runs the official tests of Lua; see `make lua-suite`.
    .executableTarget(
      name: "lua-suite", dependencies: ["Worker", "recipe-worker"], path: "Tests/LuaSuite", exclude: ["run.sh"]),
    // A worker that miscalculates.
    .executableTarget(name: "wrong-worker", dependencies: ["CRecipeWorker"], path: "Tests/WrongWorker"),
    .testTarget(
      name: "WorkerTests",
      dependencies: ["Worker", "Confinement", "recipe-worker", "prisoner", "wrong-worker", "Props"]),
    .testTarget(name: "RecipeTests", dependencies: ["Recipe", "Confinement", "recipe-worker", "Claims"]),
    .testTarget(name: "PlanTests", dependencies: ["Plan", "Claims", "Sketches"]),
    .testTarget(name: "PixelsTests", dependencies: ["Pixels", "Chance", "Claims"]),
    .testTarget(name: "CodecTests", dependencies: ["Codec", "Chance", "Props"]),
    // A media worker that has been taken over.
    .executableTarget(name: "impostor", dependencies: ["CConfinement"], path: "Tests/Impostor"),
    .testTarget(
      name: "MediaWorkerTests",
      dependencies: [
        "MediaWorker", "Codec", "Draw", "Speech", "Confinement", "media-worker", "impostor", "prisoner", "Chance",
        "Props",
      ]),
    .testTarget(name: "DrawTests", dependencies: ["Draw", "Claims"]),
    .testTarget(name: "RenderTests", dependencies: ["Render", "Claims", "Sketches"]),
    // A process that works in a store until it is killed.
    .executableTarget(name: "store-worker", dependencies: ["Store", "Graph", "Chance"], path: "Tests/StoreWorker"),
    .testTarget(name: "StoreTests", dependencies: ["Store", "Claims", "Props", "store-worker"]),
    .testTarget(name: "ConsentTests", dependencies: ["Consent", "Journal", "Store", "Graph", "Claims"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "Recipe", "Plan", "Claims"]),
    // Evaluates one recipe many times, and says what that takes and leaves behind.
    .executableTarget(
      name: "evaluations", dependencies: ["Reprise", "recipe-worker", "media-worker"], path: "Tests/Evaluations"),
    // The claims about the source text itself.
    .testTarget(name: "ArchitectureTests"),
    .testTarget(
      name: "RepriseTests",
      dependencies: [
        "Reprise", "Draw", "Graph", "Takes", "Backends", "Store", "reprise-cli", "recipe-worker", "media-worker",
        "evaluations", "Claims", "Loopback", "Props",
      ]),
    .testTarget(
      name: "StudioTests", dependencies: ["Studio", "Reprise", "reprise-cli", "recipe-worker", "media-worker"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17,
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}

// `make fuzz` asks for this: a program that runs our code on made-up bytes, and code that tells it what it reached.
if let runtime = Context.environment["REPRISE_FUZZER"] {
  for target in package.targets where target.type == .regular {
    target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]))
    target.cSettings = [
      .unsafeFlags(["-fsanitize=fuzzer-no-link,address,undefined", "-fno-sanitize-recover=undefined"])
    ]
  }
  let fuzz = Target.executableTarget(
    name: "fuzz",
    dependencies: [
      "CRecipeWorker", "Media", "Signal", "Loudness", "Speech", "Score", "Foley", "Listening", "Graph", "Confinement",
      "Worker", "Recipe", "Pixels", "Codec", "Draw", "MediaWorker",
      "Render", "Store", "Interchange", "Props",
    ],
    path: "Tests/Fuzz", linkerSettings: [.unsafeFlags(["-sanitize=address", runtime])])
  fuzz.swiftSettings = package.targets.last?.swiftSettings
  package.targets.append(fuzz)
}
