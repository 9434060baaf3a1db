/// How a key of one system becomes one of the other.
enum SuggestedTranslation {
  /// Through the links of the flow between the two entities.
  case reference(source: CatalogEntity, target: CatalogEntity, isOwnKey: Bool)
  /// By a natural key of an entity that no flow synchronises. The likeness of the source with that key is in percent.
  case lookup(entity: CatalogEntity, by: String, likeness: Int)
}
