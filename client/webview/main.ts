import './styles/panel.css';
import { type Host, PeapodPanel } from './panel';

declare function acquireVsCodeApi(): Host;

customElements.define('peapod-panel', PeapodPanel);
const panel = new PeapodPanel();
document.body.append(panel);
panel.connect(acquireVsCodeApi());
