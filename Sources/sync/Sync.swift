import Generated
import TandemConsole

@main
enum Sync {
  static func main() async {
    await SyncConsole.run(Dataflows.all)
  }
}
