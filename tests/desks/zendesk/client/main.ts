document.title = 'x';
import './style.css';
