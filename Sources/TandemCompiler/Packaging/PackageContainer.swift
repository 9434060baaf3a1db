import TandemSyntax

/// The file from which a container with a new package's `sync` is made.
enum PackageContainer {
  static func file(_ facts: PackageFacts) -> SourceFile {
    var note = ""
    if case .directory(let path) = facts.tandem {
      note =
        "# Package.swift takes Tandem from \(path), which is outside of what a container sees: name its URL there first.\n"
    }
    return SourceFile(
      path: "Dockerfile",
      text: """
        # The program `sync` in a container of its own.
        #
        #     docker build --tag \(facts.name) .
        #     docker run --rm --volume "$PWD/.tandem:/srv/.tandem" \(facts.name) plan
        \(note)FROM swift:6.2-bookworm AS build
        RUN apt-get update \\
         && apt-get install --yes --no-install-recommends libsqlite3-dev \\
         && rm -rf /var/lib/apt/lists/*
        WORKDIR /package
        COPY . .
        RUN swift build --configuration release --static-swift-stdlib --product sync \\
         && install -D "$(swift build --configuration release --show-bin-path)/sync" /out/sync

        FROM debian:bookworm-slim
        RUN apt-get update \\
         && apt-get install --yes --no-install-recommends libsqlite3-0 ca-certificates tzdata \\
         && rm -rf /var/lib/apt/lists/*
        COPY --from=build /out/sync /usr/local/bin/sync
        WORKDIR /srv
        COPY environments environments
        # The state and the sample databases; whatever a run must remember stands there.
        VOLUME /srv/.tandem
        ENTRYPOINT ["sync"]
        CMD ["plan"]

        """)
  }

  /// What the container is not given.
  static let ignoreFile = SourceFile(
    path: ".dockerignore",
    text: """
      .build
      .git
      .swiftpm
      .tandem

      """)
}
