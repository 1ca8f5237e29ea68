// In the head of every page, so that it runs before anything is painted: what `components/appearance.ts` last applied.
document.documentElement.dataset.appearance = localStorage.getItem('appearance') ?? 'system'
